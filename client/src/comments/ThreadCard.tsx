/** One thread: closed a first look at it, open the whole conversation and what can be done with it. */
import { IconArrowBackUp, IconCheck, IconSquareCheck } from '@tabler/icons-react'
import { type KeyboardEvent, type ReactNode, useEffect, useEffectEvent, useRef } from 'react'
import { commentWords as say } from '../words/comments.ts'
import { spokenTime } from '../words/dates.ts'
import { CommentItem } from './CommentItem.tsx'
import { Composer } from './Composer.tsx'
import { CopyLink } from './CopyLink.tsx'
import styles from './Thread.module.css'
import type { CommentActs } from './use-comment-acts.ts'
import { useKeyboardStays } from './use-keyboard-stays.ts'
import type { MarginThread, Talk } from './use-margins.ts'

export interface ThreadCardProps {
  readonly thread: MarginThread
  readonly talk: Talk
  readonly acts: CommentActs
  readonly mayComment: boolean
  readonly isOpen: boolean
  readonly onOpen: () => void
  /** Back to the words. */
  readonly onLeave: () => void
  /** Makes an action of it; absent where none can be written. */
  readonly onMakeAction?: (() => void) | undefined
  readonly onGoToAction?: (() => void) | undefined
  /** Its permanent address. */
  readonly link: string
  /** Where it hangs, said above it: its words, and in a list its page. */
  readonly place?: ReactNode
}

export function ThreadCard({ thread, talk, acts, mayComment, isOpen, onOpen, onLeave, onMakeAction, onGoToAction, link, place }: ThreadCardProps) {
  const card = useRef<HTMLElement>(null)
  useKeyboardStays(card, onLeave)
  const [first, ...answers] = thread.comments
  const author = first ? (talk.people.get(first.person)?.name ?? '') : ''
  const unread = thread.comments.map(({ comment }) => comment).filter((comment) => talk.unread.has(comment))
  const readAll = useEffectEvent(() => unread.length > 0 && acts.read(unread))
  useEffect(() => {
    if (isOpen && unread.length > 0) readAll()
  }, [isOpen, unread.length])

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      onLeave()
    }
    if (event.key === 'Enter' && event.target === card.current) {
      event.preventDefault()
      onOpen()
      requestAnimationFrame(() => card.current?.querySelector('textarea')?.focus({ preventScroll: true }))
    }
  }

  const item = { talk, acts, mayComment }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a card is entered by Enter or a press, and its parts are buttons
    <article
      ref={card}
      className={styles.card}
      data-open={isOpen || undefined}
      data-unread={unread.length > 0 || undefined}
      data-card={thread.thread}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a card is a stop on the way through the margin
      tabIndex={0}
      aria-label={say.thread(author, thread.quote.slice(0, 80))}
      onClick={() => !isOpen && onOpen()}
      onKeyDown={onKeyDown}
    >
      {place}
      {thread.placement.kind === 'attached' && thread.placement.isChanged && thread.quote !== '' && isOpen && (
        <p className={styles.was}>
          {say.wasOn}: <q>{thread.quote}</q>
        </p>
      )}
      {thread.resolved && (
        <p className={styles.resolved}>{say.resolvedBy(talk.people.get(thread.resolved.person)?.name ?? '', spokenTime(thread.resolved.at, Date.now()))}</p>
      )}
      {first && <CommentItem comment={first} {...item} isShort={!isOpen} />}
      {isOpen && answers.map((comment) => <CommentItem key={comment.comment} comment={comment} {...item} isShort={false} />)}
      {!isOpen && answers.length > 0 && <p className={styles.answers}>{say.answers(answers.length)}</p>}
      {isOpen && mayComment && (
        <Composer
          members={talk.members}
          placeholder={say.replyPlaceholder}
          action={say.reply}
          keptAs={`answer ${talk.me} ${thread.thread}`}
          onSend={(said) => acts.answer(thread.thread, said)}
        />
      )}
      {isOpen && (
        <div className={styles.acts}>
          {mayComment && (
            <button type="button" className={styles.act} onClick={() => acts.resolve(thread.thread, thread.resolved === null)}>
              {thread.resolved ? <IconArrowBackUp size={16} stroke={1.75} aria-hidden /> : <IconCheck size={16} stroke={1.75} aria-hidden />}
              {thread.resolved ? say.reopen : say.resolve}
            </button>
          )}
          {onGoToAction && (
            <button type="button" className={styles.act} onClick={onGoToAction}>
              <IconSquareCheck size={16} stroke={1.75} aria-hidden />
              {say.toAction}
            </button>
          )}
          {!onGoToAction && onMakeAction && (
            <button type="button" className={styles.act} onClick={onMakeAction}>
              <IconSquareCheck size={16} stroke={1.75} aria-hidden />
              {say.makeAction}
            </button>
          )}
          <CopyLink link={link} />
        </div>
      )}
    </article>
  )
}
