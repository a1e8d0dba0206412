/** A form: fields under each other, then what went wrong, then the one button. */
import type { FormEvent, ReactNode } from 'react'
import { words } from '../words/words.ts'
import styles from './Form.module.css'
import { Problem } from './Problem.tsx'
import { Button } from './Button.tsx'

interface FormProps {
  readonly children: ReactNode
  readonly submit: string
  readonly isPending: boolean
  /** What went wrong, unless a field already says it. */
  readonly trouble?: string | undefined
  readonly onSubmit: () => void
  /** Offers a way out beside the button, in a dialog. */
  readonly onCancel?: () => void
  /** A wide button, where the form is the whole card. */
  readonly isWide?: boolean
}

/** Leaves checking to its owner: the browser's own bubbles cannot be styled or translated with the rest. */
export function Form({ children, submit, isPending, trouble, onSubmit, onCancel, isWide = false }: FormProps) {
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!isPending) onSubmit()
  }
  return (
    <form className={styles.form} noValidate onSubmit={send}>
      {children}
      {trouble && <Problem>{trouble}</Problem>}
      <div className={styles.end} data-dialog={onCancel !== undefined || undefined}>
        {onCancel && (
          <Button variant="default" onClick={onCancel}>
            {words.general.cancel}
          </Button>
        )}
        <Button type="submit" isWide={isWide} isPending={isPending}>
          {submit}
        </Button>
      </div>
    </form>
  )
}
