/** Asks once before something that others notice or that is hard to undo. */
import type { ReactNode } from 'react'
import { words } from '../words/words.ts'
import styles from './Confirm.module.css'
import { Dialog } from './Dialog.tsx'
import { Problem } from './Problem.tsx'
import { Button } from './Button.tsx'

interface ConfirmProps {
  readonly title: string
  readonly children: ReactNode
  readonly action: string
  readonly isDanger?: boolean
  readonly isPending: boolean
  readonly trouble?: string | undefined
  readonly onConfirm: () => void
  readonly onClose: () => void
}

/** Open as long as it is drawn. Escape and the button beside the action close it. */
export function Confirm({ title, children, action, isDanger = false, isPending, trouble, onConfirm, onClose }: ConfirmProps) {
  return (
    <Dialog title={title} onClose={onClose}>
      <div className={styles.content}>
        <div className={styles.lead}>{children}</div>
        {trouble && <Problem>{trouble}</Problem>}
        <div className={styles.actions}>
          <Button variant="default" onClick={onClose} data-autofocus>
            {words.general.cancel}
          </Button>
          <Button data-danger={isDanger || undefined} isPending={isPending} onClick={onConfirm}>
            {action}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
