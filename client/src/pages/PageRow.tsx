/** One page in the list: a link to it, and for those who may, its name to change, its place to move and a way to put it away. */
import type { ListedPage } from '@tandem/shared/document/journal-doc.ts'
import { type DragEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import { type MoreItem, MoreMenu } from '../ui/MoreMenu.tsx'
import { todayAsDay } from '../words/days.ts'
import { templatesWords } from '../words/templates.ts'
import { words } from '../words/words.ts'
import styles from './PageList.module.css'
import { pageName } from './page-name.ts'
import { RenameField } from './RenameField.tsx'

export interface PageRowActs {
  readonly place: { readonly index: number; readonly count: number }
  readonly onMove?: (index: number) => void
  readonly onRename: (change: { readonly before: string; readonly after: string }) => void
  readonly onSaveTemplate: () => void
  readonly onArchive: () => void
  readonly onDropOn: (page: string) => void
}

interface PageRowProps {
  readonly page: ListedPage
  readonly href: string
  readonly isShown: boolean
  readonly acts: PageRowActs | undefined
}

const DRAGGED = 'application/x-tandem-page'

export function PageRow({ page, href, isShown, acts }: PageRowProps) {
  const [isRenaming, setRenaming] = useState(false)
  const [isOver, setOver] = useState(false)
  const link = useRef<HTMLAnchorElement>(null)
  const wasRenamed = useRef(false)

  useEffect(() => {
    // The field had the focus and is gone: its row gets it back.
    if (!isRenaming && wasRenamed.current) link.current?.focus()
    wasRenamed.current = isRenaming
  }, [isRenaming])

  const today = todayAsDay(new Date())
  const { name, detail } = pageName(page, today)

  function onKeyDown(event: KeyboardEvent): void {
    if (!acts) return
    if (event.key === 'F2') setRenaming(true)
    else if (event.altKey && event.key === 'ArrowUp') acts.onMove?.(acts.place.index - 1)
    else if (event.altKey && event.key === 'ArrowDown') acts.onMove?.(acts.place.index + 1)
    else return
    event.preventDefault()
  }

  const drag = acts?.onMove && {
    draggable: true,
    onDragStart: (event: DragEvent) => event.dataTransfer.setData(DRAGGED, page.id),
    onDragOver(event: DragEvent) {
      if (!event.dataTransfer.types.includes(DRAGGED)) return
      event.preventDefault()
      setOver(true)
    },
    onDragLeave: () => setOver(false),
    onDrop(event: DragEvent) {
      setOver(false)
      acts.onDropOn(event.dataTransfer.getData(DRAGGED))
    },
  }

  if (isRenaming && acts) {
    return (
      <li className={styles.row}>
        <RenameField
          title={page.title}
          onDone={(change) => {
            setRenaming(false)
            if (change) acts.onRename(change)
          }}
        />
      </li>
    )
  }

  return (
    <li className={styles.row} data-shown={isShown} data-over={isOver} {...drag}>
      <Link
        ref={link}
        href={href}
        title={detail ? `${name}, ${detail}` : name}
        className={styles.link ?? ''}
        aria-current={isShown ? 'page' : undefined}
        onKeyDown={onKeyDown}
        draggable={false}
      >
        {page.kind === 'meeting' && page.day && page.day >= today && <span className={styles.next} aria-hidden="true" />}
        <span className={styles.name}>{name}</span>
        {detail && <span className={styles.detail}>{detail}</span>}
      </Link>
      {acts && (
        <div className={styles.more}>
          <MoreMenu label={words.journal.pages.more(name)} items={itemsOf(acts, () => setRenaming(true))} />
        </div>
      )}
    </li>
  )
}

function itemsOf({ place, onMove, onSaveTemplate, onArchive }: PageRowActs, rename: () => void): readonly MoreItem[] {
  const say = words.journal.pages
  return [
    { label: say.rename, onPress: rename },
    ...(onMove && place.index > 0 ? [{ label: say.moveUp, onPress: () => onMove(place.index - 1) }] : []),
    ...(onMove && place.index < place.count - 1 ? [{ label: say.moveDown, onPress: () => onMove(place.index + 1) }] : []),
    { label: templatesWords.saveAs, onPress: onSaveTemplate },
    { label: say.archive, onPress: onArchive },
  ]
}
