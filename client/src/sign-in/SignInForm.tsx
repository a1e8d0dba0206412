/** E-mail and password of somebody who has been here before. */
import { PasswordInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useSignIn } from '../api/sign-in.ts'
import { Form } from '../ui/Form.tsx'
import { words } from '../words/words.ts'
import { type FieldTroubles, placeTrouble } from './field-troubles.ts'

interface SignInFormProps {
  readonly onDone: () => void
}

export function SignInForm({ onDone }: SignInFormProps) {
  const signIn = useSignIn()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [missing, setMissing] = useState<FieldTroubles>({})
  const troubles = signIn.error ? placeTrouble(signIn.error) : missing

  // What was wrong is no longer said once the person is mending it.
  const change = (set: (value: string) => void, value: string) => {
    set(value)
    setMissing({})
    signIn.reset()
  }
  const submit = () => {
    const found: FieldTroubles = {
      ...(email.trim() ? {} : { email: words.signIn.emailMissing }),
      ...(password ? {} : { password: words.signIn.passwordMissing }),
    }
    setMissing(found)
    if (Object.keys(found).length === 0) signIn.mutate({ email: email.trim(), password }, { onSuccess: onDone })
  }

  return (
    <Form submit={words.signIn.submit} isPending={signIn.isPending} trouble={troubles.form} onSubmit={submit} isWide>
      <TextInput
        label={words.signIn.email}
        type="email"
        name="email"
        autoComplete="username"
        inputMode="email"
        value={email}
        onChange={(event) => change(setEmail, event.currentTarget.value)}
        error={troubles.email}
      />
      <PasswordInput
        label={words.signIn.password}
        name="password"
        autoComplete="current-password"
        visibilityToggleButtonProps={{ 'aria-label': words.signIn.showPassword, tabIndex: 0 }}
        value={password}
        onChange={(event) => change(setPassword, event.currentTarget.value)}
        error={troubles.password}
      />
    </Form>
  )
}
