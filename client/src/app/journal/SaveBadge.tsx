/** What is saved where, always in sight; pressed, it explains itself and offers a way out. */
import type { FailureCode } from '@tandem/shared/failure.ts'
import type { JournalId } from '@tandem/shared/ids.ts'
import { IconAlertTriangle, IconCheck, IconDeviceLaptop, IconDots } from '@tabler/icons-react'
import { type ComponentType, useRef, useState } from 'react'
import { words } from '../../words/words.ts'
import type { CopyKind } from '../../journal/copy/export-copy.ts'
import type { JournalSession } from '../../sync/session.ts'
import type { SaveState } from '../../sync/save-state.ts'
import styles from './SaveBadge.module.css'
import { saveWords } from './save-words.ts'
import { useDismiss } from '../../ui/use-dismiss.ts'
import { useOutbox } from '../../api/outbox.tsx'
import { useShownSave } from './use-shown-save.ts'
import { Button } from '../../ui/Button.tsx'
import { BeginAnew } from './BeginAnew.tsx'

interface SaveBadgeProps {
  readonly session: JournalSession
  readonly journal: JournalId
  /** Whether this device keeps a copy that survives the tab. */
  readonly isKept: boolean
  readonly isNarrow: boolean
  readonly onExport: (kind: CopyKind) => void
  readonly onSignIn: () => void
}

const SIGNS: Readonly<Record<SaveState['kind'], ComponentType<{ readonly size: number; readonly 'aria-hidden': 'true' }>>> = {
  saved: IconCheck,
  saving: IconDots,
  'on-device': IconDeviceLaptop,
  'cannot-save': IconAlertTriangle,
}

/** What the server will not take however often it is offered. */
const NEVER_TAKEN: ReadonlySet<FailureCode> = new Set(['foreign-client-id', 'missing-updates', 'frame-too-large'])

export function SaveBadge({ session, journal, isKept, isNarrow, onExport, onSignIn }: SaveBadgeProps) {
  const shown = useShownSave(session, journal)
  const outbox = useOutbox()
  const root = useRef<HTMLDivElement>(null)
  const [isOpen, setOpen] = useState(false)
  useDismiss(root, isOpen, { close: () => setOpen(false) })
  const { label, short, explanation } = saveWords(shown, isKept)
  const Sign = SIGNS[shown.kind]
  const signedOut = shown.kind === 'cannot-save' && shown.why === 'signed-out'
  const mustReload = shown.kind === 'cannot-save' && shown.why === 'schema-too-old'
  const isForGood = shown.kind === 'cannot-save' && NEVER_TAKEN.has(shown.why)

  function tryNow(): void {
    session.retry()
    outbox?.retry()
  }

  return (
    <>
      <div ref={root} className={styles.root}>
        <button
          type="button"
          className={styles.badge}
          data-kind={shown.kind}
          aria-expanded={isOpen}
          aria-label={`${isNarrow ? short : label}. ${words.journal.save.details}`}
          onClick={() => setOpen(!isOpen)}
        >
          <Sign size={15} aria-hidden="true" />
          <span>{isNarrow ? short : label}</span>
        </button>
        {isOpen && (
          <div className={styles.details} role="group" aria-label={words.journal.save.details}>
            <h2 className={styles.title}>{label}</h2>
            <p>{explanation}</p>
            <div className={styles.acts}>
              {signedOut && <Button onClick={onSignIn}>{words.journal.save.signInAgain}</Button>}
              {mustReload && <Button onClick={() => location.reload()}>{words.journal.save.reload}</Button>}
              {shown.kind === 'on-device' && <Button onClick={tryNow}>{words.journal.save.tryNow}</Button>}
              <Button variant={isForGood ? 'filled' : 'default'} onClick={() => onExport('text')}>
                {words.journal.save.exportText}
              </Button>
              {isForGood && <BeginAnew session={session} onExport={() => onExport('text')} />}
              <Button variant="subtle" onClick={() => onExport('document')}>
                {words.journal.save.exportDocument}
              </Button>
            </div>
          </div>
        )}
      </div>
      {/* Every keystroke changes between saved and saving: only what a person must know is read out. */}
      <p className="only-heard" role="status">
        {shown.kind === 'on-device' || shown.kind === 'cannot-save' ? `${label}. ${explanation}` : ''}
      </p>
    </>
  )
}
