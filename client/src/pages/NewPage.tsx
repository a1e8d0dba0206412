/** Makes a page: a note, or a meeting of today. */
import { Menu, UnstyledButton } from '@mantine/core'
import type { PageKind } from '@tandem/shared/document/journal-doc.ts'
import type { Day } from '@tandem/shared/ids.ts'
import { IconCalendar, IconFileText, IconPlus } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { todayAsDay } from '../words/days.ts'
import { words } from '../words/words.ts'
import styles from './PageList.module.css'

interface NewPageProps {
  readonly onCreate: (page: { readonly kind: PageKind; readonly title: string; readonly day?: Day }) => void
  /** What opens the choice; a quiet row by default. */
  readonly button?: ReactElement
}

export function NewPage({ onCreate, button }: NewPageProps) {
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        {button ?? (
          <UnstyledButton className={styles.new ?? ''}>
            <IconPlus size={16} aria-hidden="true" />
            {words.journal.pages.newPage}
          </UnstyledButton>
        )}
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconCalendar size={16} />} onClick={() => onCreate({ kind: 'meeting', title: '', day: todayAsDay(new Date()) })}>
          {words.journal.pages.newMeeting}
        </Menu.Item>
        <Menu.Item leftSection={<IconFileText size={16} />} onClick={() => onCreate({ kind: 'note', title: '' })}>
          {words.journal.pages.newNote}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
