/** A page's title, written where it stands, and the day of a meeting. */
import { TITLE_LIMIT } from '@tandem/shared/contracts/journals.ts'
import { changePage, type ListedPage, renamePage } from '@tandem/shared/document/journal-doc.ts'
import { Day } from '@tandem/shared/ids.ts'
import { IconMessagePlus } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import type * as Y from 'yjs'
import { commentWords } from '../../words/comments.ts'
import { longDay, todayAsDay } from '../../words/days.ts'
import { words } from '../../words/words.ts'
import { TITLE_FIELD } from './title-field.ts'
import { useCaretAmongOthers } from './use-caret-among-others.ts'
import styles from './PageTitle.module.css'

interface PageTitleProps {
  readonly doc: Y.Doc
  readonly page: ListedPage
  readonly isEditable: boolean
  /** Enter at the end of the title goes on in the page. */
  readonly onEnter: () => void
  /** Absent when this person may not comment. */
  readonly onComment?: (() => void) | undefined
  /** A page that was just made wants a name first. */
  readonly isNew: boolean
}

export function PageTitle({ doc, page, isEditable, onEnter, onComment, isNew }: PageTitleProps) {
  const field = useRef<HTMLTextAreaElement>(null)
  const say = words.journal.pages
  const caret = useCaretAmongOthers(field, page.title)

  useEffect(() => {
    if (isNew) field.current?.focus()
  }, [isNew])

  // The field is as high as its words; `field-sizing` does it where the browser can.
  useEffect(() => {
    const element = field.current
    if (!element || CSS.supports('field-sizing', 'content')) return
    element.style.height = 'auto'
    element.style.height = `${element.scrollHeight}px`
  }, [page.title])

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    onEnter()
  }

  return (
    <div className={styles.head}>
      {page.kind === 'meeting' && <MeetingDay doc={doc} page={page} isEditable={isEditable} />}
      {isEditable ? (
        <>
          <h1 className="only-heard">{page.title || say.untitled}</h1>
          <textarea
            ref={field}
            id={TITLE_FIELD}
            className={styles.title}
            value={page.title}
            rows={1}
            maxLength={TITLE_LIMIT}
            placeholder={page.kind === 'meeting' ? say.meetingPlaceholder : say.titlePlaceholder}
            aria-label={say.renameLabel}
            enterKeyHint="next"
            onChange={(event) => {
              caret.note(event.currentTarget)
              renamePage(doc, page.id, { before: page.title, after: event.currentTarget.value.replaceAll('\n', ' ') })
            }}
            onSelect={(event) => caret.note(event.currentTarget)}
            onKeyDown={onKeyDown}
          />
        </>
      ) : (
        <h1 className={styles.title}>{page.title || say.untitled}</h1>
      )}
      {onComment && (
        <button type="button" className={styles.comment} aria-label={commentWords.commentOnPage} title={commentWords.commentOnPage} onClick={onComment}>
          <IconMessagePlus size={18} stroke={1.75} aria-hidden="true" />
        </button>
      )}
    </div>
  )
}

function MeetingDay({ doc, page, isEditable }: Pick<PageTitleProps, 'doc' | 'page' | 'isEditable'>) {
  const today = todayAsDay(new Date())
  const said = page.day ? longDay(page.day, today) : words.journal.pages.noDay
  if (!isEditable) return <p className={styles.day}>{said}</p>
  return (
    <label className={styles.day}>
      <span aria-hidden="true">{said}</span>
      <input
        type="date"
        value={page.day ?? ''}
        aria-label={words.journal.pages.day}
        onClick={(event) => event.currentTarget.showPicker()}
        onChange={(event) => {
          const day = Day.safeParse(event.currentTarget.value)
          changePage(doc, page.id, { day: day.success ? day.data : null })
        }}
      />
    </label>
  )
}
