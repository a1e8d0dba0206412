/** A title being changed where it stands. Enter and leaving keep it, Escape does not. */
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { TITLE_LIMIT } from '@tandem/shared/contracts/journals.ts'
import { words } from '../words/words.ts'
import styles from './PageList.module.css'

interface RenameFieldProps {
  readonly title: string
  /** `undefined` when it shall stay as it was. */
  readonly onDone: (change: { readonly before: string; readonly after: string } | undefined) => void
}

export function RenameField({ title, onDone }: RenameFieldProps) {
  const field = useRef<HTMLInputElement>(null)
  const isDone = useRef(false)
  // Others may change it meanwhile: what they wrote is not what was changed here.
  const [before] = useState(title)

  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [])

  function finish(after: string | undefined): void {
    // Removing a focused field also blurs it.
    if (isDone.current) return
    isDone.current = true
    onDone(after === undefined || after === before ? undefined : { before, after })
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.key === 'Enter') finish(event.currentTarget.value.trim())
    if (event.key === 'Escape') finish(undefined)
  }

  return (
    <input
      ref={field}
      className={styles.rename}
      defaultValue={before}
      maxLength={TITLE_LIMIT}
      aria-label={words.journal.pages.renameLabel}
      onKeyDown={onKeyDown}
      onBlur={(event) => finish(event.currentTarget.value.trim())}
    />
  )
}
