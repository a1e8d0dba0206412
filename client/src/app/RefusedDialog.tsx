/** What the server would not take: why, the person's own words to take along, and the ways on. */
import { useState } from 'react'
import type { Outbox } from '../sync/outbox.ts'
import type { RefusedCommand } from '../sync/outbox-command.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { spokenTime } from '../words/dates.ts'
import { failureWords } from '../words/trouble.ts'
import { words } from '../words/words.ts'
import styles from './RefusedDialog.module.css'
import { Button } from '../ui/Button.tsx'

interface RefusedDialogProps {
  readonly outbox: Outbox
  readonly refused: readonly RefusedCommand[]
  readonly onClose: () => void
}

export function RefusedDialog({ outbox, refused, onClose }: RefusedDialogProps) {
  return (
    <Dialog title={words.refused.title} onClose={onClose}>
      <p>{words.refused.lead}</p>
      <ul className={styles.list}>
        {refused.map((each) => (
          <Refused key={each.id} {...{ outbox, refused: each }} />
        ))}
      </ul>
      <div className={styles.acts}>
        <Button variant="default" onClick={onClose}>
          {words.refused.close}
        </Button>
      </div>
    </Dialog>
  )
}

function Refused({ outbox, refused: { id, code, says, at } }: { readonly outbox: Outbox; readonly refused: RefusedCommand }) {
  const [copied, setCopied] = useState<'copied' | 'failed'>()
  // A page that is not served over https has no clipboard; the words stand there to be selected.
  const copy = () => {
    if (!('clipboard' in navigator)) return setCopied('failed')
    navigator.clipboard.writeText(says).then(
      () => setCopied('copied'),
      () => setCopied('failed'),
    )
  }
  return (
    <li className={styles.one}>
      <blockquote className={styles.says}>{says}</blockquote>
      <p className={styles.why}>
        {failureWords(code)} <span>{spokenTime(at, Date.now())}</span>
      </p>
      <div className={styles.acts}>
        <Button isSmall variant="default" onClick={copy}>
          {copied === 'copied' ? words.general.copied : words.general.copy}
        </Button>
        <Button isSmall variant="default" onClick={() => outbox.tryAgain(id)}>
          {words.general.tryAgain}
        </Button>
        <Button isSmall variant="subtle" onClick={() => outbox.forget(id)}>
          {words.refused.dismiss}
        </Button>
      </div>
      {copied === 'failed' && <p role="status">{words.refused.copyFailed}</p>}
    </li>
  )
}
