/** Name, e-mail and password of somebody new. */
import { PasswordInput, TextInput } from '@mantine/core'
import { NAME_LIMIT } from '@tandem/shared/contracts/invitations.ts'
import { useState } from 'react'
import { useSignUp } from '../api/sign-in.ts'
import { Form } from '../ui/Form.tsx'
import { failureWords } from '../words/trouble.ts'
import { words } from '../words/words.ts'
import { type FieldTroubles, placeTrouble } from './field-troubles.ts'

interface SignUpFormProps {
  readonly onDone: () => void
}

export function SignUpForm({ onDone }: SignUpFormProps) {
  const signUp = useSignUp()
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [missing, setMissing] = useState<FieldTroubles>({})
  const troubles = signUp.error ? placeTrouble(signUp.error) : missing

  // What was wrong is no longer said once the person is mending it.
  const change = (set: (value: string) => void, value: string) => {
    set(value)
    setMissing({})
    signUp.reset()
  }
  const submit = () => {
    const found: FieldTroubles = {
      ...(name.trim() ? {} : { name: failureWords('name-missing') }),
      ...(email.trim() ? {} : { email: words.signIn.emailMissing }),
      ...(password ? {} : { password: words.signIn.passwordMissing }),
    }
    setMissing(found)
    if (Object.keys(found).length === 0) signUp.mutate({ name: name.trim(), email: email.trim(), password }, { onSuccess: onDone })
  }

  return (
    <Form submit={words.signIn.submitNew} isPending={signUp.isPending} trouble={troubles.form} onSubmit={submit} isWide>
      <TextInput
        label={words.signIn.name}
        description={words.signIn.nameHint}
        name="name"
        autoComplete="name"
        maxLength={NAME_LIMIT}
        value={name}
        onChange={(event) => change(setName, event.currentTarget.value)}
        error={troubles.name}
      />
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
        description={words.signIn.passwordHint}
        name="password"
        autoComplete="new-password"
        visibilityToggleButtonProps={{ 'aria-label': words.signIn.showPassword, tabIndex: 0 }}
        value={password}
        onChange={(event) => change(setPassword, event.currentTarget.value)}
        error={troubles.password}
      />
    </Form>
  )
}
