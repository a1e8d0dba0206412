/** Something to decide before going on, over the screen. */
import { IconX } from '@tabler/icons-react'
import { type ReactNode, useLayoutEffect, useId, useRef } from 'react'
import styles from './Dialog.module.css'

interface DialogProps {
  readonly title: string
  readonly children: ReactNode
  /** For a sheet of many things beside each other. */
  readonly isWide?: boolean
  /** The name of a cross to close it with, where there is no Cancel among its buttons. */
  readonly close?: string
  readonly onClose: () => void
}

/** The page behind a dialog stands still. Not by `:has()`: an ancestor that asks it is asked again, and all below it drawn again, with every keystroke. */
function markRoot(): void {
  document.documentElement.toggleAttribute('data-dialog', document.querySelector('dialog[open]') !== null)
}

/**
 * Open as long as it is drawn. The browser's own dialog: it keeps the focus inside, gives it back afterwards, and closes with Escape; where the browser
 * can, a press beside it closes it too. The first field or button takes the focus, so a question that costs something puts its Cancel first.
 */
export function Dialog({ title, children, isWide = false, close, onClose }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  // A layout effect, because its end runs while the dialog is still on the page: only then can the browser give the focus back.
  useLayoutEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    markRoot()
    return () => {
      shown?.close()
      markRoot()
    }
  }, [])
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      data-wide={isWide || undefined}
      aria-labelledby={heading}
      closedby="any"
      onCancel={(event) => {
        // Its owner decides when it goes, by no longer drawing it.
        event.preventDefault()
        onClose()
      }}
    >
      <div className={styles.body}>
        <h2 id={heading} className={styles.title}>
          {title}
        </h2>
        {children}
        {/* Last, so that the focus begins with what the dialog is about. */}
        {close && (
          <button type="button" className={styles.close} aria-label={close} onClick={onClose}>
            <IconX size={20} stroke={1.75} aria-hidden="true" />
          </button>
        )}
      </div>
    </dialog>
  )
}
