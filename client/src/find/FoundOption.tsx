/** One result: its sign, its words with what was asked for marked, and what else is known of it. */
import { IconFileText, type TablerIcon } from '@tabler/icons-react'
import type { ComponentType } from 'react'
import { Face } from '../ui/Face.tsx'
import { viewsWords } from '../words/views.ts'
import styles from './FindDialog.module.css'
import { markWords } from './fold-text.ts'
import type { FoundRow } from './found-rows.ts'

interface FoundOptionProps {
  readonly id: string
  readonly row: FoundRow
  readonly asked: readonly string[]
  readonly isActive: boolean
  readonly Sign: ComponentType<{ readonly kind: string }>
  readonly onGo: () => void
}

export function FoundOption({ id, row, asked, isActive, Sign, onGo }: FoundOptionProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the keys are the field's, which keeps the focus
    <div id={id} role="option" className={styles.option} aria-selected={isActive} onClick={onGo}>
      <span className={styles.sign} aria-hidden="true">
        <RowSign row={row} Sign={Sign} />
      </span>
      <span className={styles.words} data-kind={row.kind}>
        {markWords(wordsOf(row), asked).map(({ text, isFound }, index) => (isFound ? <mark key={`${index}${text}`}>{text}</mark> : text))}
      </span>
      {row.kind === 'command' && row.command.keys && <kbd className={styles.keys}>{row.command.keys}</kbd>}
      {detailOf(row) && <span className={styles.detail}>{detailOf(row)}</span>}
    </div>
  )
}

function RowSign({ row, Sign }: Pick<FoundOptionProps, 'row' | 'Sign'>) {
  if (row.kind === 'person') return <Face name={row.name} hue={row.hue} size="small" isNamedBeside />
  if (row.kind === 'command') return <CommandSign sign={row.command.sign} Sign={Sign} />
  if (row.kind === 'page') return <IconFileText size={18} stroke={1.6} />
  return <Sign kind={row.block.kind} />
}

function CommandSign({ sign: Icon, Sign }: { readonly sign: TablerIcon | string; readonly Sign: FoundOptionProps['Sign'] }) {
  return typeof Icon === 'string' ? <Sign kind={Icon} /> : <Icon size={18} stroke={1.6} />
}

function wordsOf(row: FoundRow): string {
  if (row.kind === 'command') return row.command.title
  return row.kind === 'block' ? row.block.text.trim() : row.name
}

function detailOf(row: FoundRow): string {
  if (row.kind === 'command') return ''
  if (row.kind === 'block') return row.block.facts
  return row.kind === 'person' ? viewsWords.find.actionsOf : viewsWords.find.wholePage
}
