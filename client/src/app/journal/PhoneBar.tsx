/** The bar at the bottom of a phone's screen: pages, people and a new page, in reach of the thumb. */
import { UnstyledButton } from '@mantine/core'
import type { PageId } from '@tandem/shared/ids.ts'
import { IconFiles, IconUsers } from '@tabler/icons-react'
import type * as Y from 'yjs'
import { NewPage } from '../../pages/NewPage.tsx'
import { createPage } from '../../pages/page-acts.ts'
import { words } from '../../words/words.ts'
import type { Side } from './JournalScreen.tsx'
import styles from './PhoneBar.module.css'
import { useKeyboardUp } from './use-keyboard-up.ts'

interface PhoneBarProps {
  readonly doc: Y.Doc
  readonly mayEdit: boolean
  readonly onSide: (side: Side) => void
  readonly onOpen: (page: PageId) => void
}

export function PhoneBar({ doc, mayEdit, onSide, onOpen }: PhoneBarProps) {
  const say = words.journal.screen
  // The place above the keyboard belongs to the words and to the bar that formats them.
  if (useKeyboardUp()) return null
  return (
    <nav className={styles.bar} aria-label={say.bar}>
      <UnstyledButton className={styles.button ?? ''} onClick={() => onSide('pages')}>
        <IconFiles size={20} stroke={1.75} aria-hidden="true" />
        {say.pages}
      </UnstyledButton>
      <UnstyledButton className={styles.button ?? ''} onClick={() => onSide('people')}>
        <IconUsers size={20} stroke={1.75} aria-hidden="true" />
        {say.peopleShort}
      </UnstyledButton>
      {mayEdit && <NewPage label={say.add} className={styles.button} align="end" onCreate={(page) => onOpen(createPage(doc, page))} />}
    </nav>
  )
}
