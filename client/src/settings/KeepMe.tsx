/** The way back in: the e-mail I sign in with, or the form that adds one. */
import { PasswordInput, TextInput } from '@mantine/core'
import type { Me } from '@tandem/shared/contracts/me.ts'
import { Failure, type FailureCode } from '@tandem/shared/failure.ts'
import { useState } from 'react'
import { useKeepMe } from '../api/me.ts'
import { Form } from '../ui/Form.tsx'
import { failureWords, troubleWords } from '../words/trouble.ts'
import { words } from '../words/words.ts'
import styles from './KeepMe.module.css'

interface KeepMeProps {
  readonly me: Me
}

const OF_EMAIL: readonly FailureCode[] = ['email-taken', 'email-invalid']
const OF_PASSWORD: readonly FailureCode[] = ['password-too-short', 'password-too-long']

export function KeepMe({ me }: KeepMeProps) {
  const keep = useKeepMe()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [isTried, setTried] = useState(false)
  if (me.email !== null) return <p>{keep.isSuccess ? words.keep.done(me.email) : words.keep.emailIs(me.email)}</p>

  const refused = keep.error instanceof Failure ? keep.error.code : undefined
  const wrongEmail = isTried && !isEmail(email) ? 'email-invalid' : OF_EMAIL.find((code) => code === refused)
  const wrongPassword = isTried && password.length < 8 ? 'password-too-short' : OF_PASSWORD.find((code) => code === refused)

  const submit = () => {
    setTried(true)
    if (isEmail(email) && password.length >= 8) keep.mutate({ email: email.trim(), password })
  }

  return (
    <div className={styles.form}>
      <p className={styles.warning}>{words.keep.lead}</p>
      <Form
        submit={words.keep.submit}
        isPending={keep.isPending}
        trouble={keep.error && !wrongEmail && !wrongPassword ? troubleWords(keep.error) : undefined}
        onSubmit={submit}
      >
        <TextInput
          label={words.signIn.email}
          type="email"
          name="email"
          autoComplete="username"
          inputMode="email"
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          error={wrongEmail ? failureWords(wrongEmail) : undefined}
        />
        <PasswordInput
          label={words.signIn.password}
          description={words.signIn.passwordHint}
          name="password"
          autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': words.signIn.showPassword, tabIndex: 0 }}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={wrongPassword ? failureWords(wrongPassword) : undefined}
        />
      </Form>
    </div>
  )
}

/** Only so much that a slip is told at once; whether it is an address is the server's to say. */
function isEmail(text: string): boolean {
  return /^\S+@\S+\.\S+$/.test(text.trim())
}
