/** On a phone: something that comes up from below, over the page. */
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import { IconX } from '@tabler/icons-react'
import { words } from '../../words/words.ts'
import styles from './Sheet.module.css'

interface SheetProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** Open as long as it is drawn. The browser's own dialog: it keeps the focus inside and gives it back; Escape and a press beside it close it. */
export function Sheet({ title, onClose, children }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  // A layout effect, because its end runs while the dialog is still on the page: only then can the browser give the focus back.
  useLayoutEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    return () => shown?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      className={styles.sheet}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onPointerDown={(event) => event.target === event.currentTarget && isBeside(event.currentTarget, event.clientY) && onClose()}
    >
      <div className={styles.head}>
        <h2 id={heading}>{title}</h2>
        <button type="button" className={styles.close} aria-label={words.journal.screen.close} onClick={onClose}>
          <IconX size={20} stroke={1.75} aria-hidden="true" />
        </button>
      </div>
      {children}
    </dialog>
  )
}

/** A press on the backdrop counts as one on the dialog itself. */
function isBeside(dialog: HTMLElement, y: number): boolean {
  return y < dialog.getBoundingClientRect().top
}
