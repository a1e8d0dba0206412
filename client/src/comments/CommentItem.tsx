/** One comment: who, when, what, and how others took it. */
import { REACTIONS, type Reaction } from '@tandem/shared/contracts/comments.ts'
import { IconMoodPlus } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { commentWords as say } from '../words/comments.ts'
import { spokenList } from '../words/dates.ts'
import { Face } from '../ui/Face.tsx'
import { MoreMenu } from '../ui/MoreMenu.tsx'
import { SpokenTime } from '../ui/SpokenTime.tsx'
import type { ShownComment } from './apply-pending.ts'
import styles from './Comment.module.css'
import { CommentWords } from './CommentWords.tsx'
import { Composer } from './Composer.tsx'
import type { CommentActs } from './use-comment-acts.ts'
import { useKeyboardStays } from './use-keyboard-stays.ts'
import type { Talk } from './use-margins.ts'

interface CommentItemProps {
  readonly comment: ShownComment
  readonly talk: Talk
  readonly acts: CommentActs
  readonly mayComment: boolean
  /** The thread is closed: only a first look at the words. */
  readonly isShort: boolean
}

export function CommentItem(props: CommentItemProps) {
  if (props.comment.isDeleted) return <p className={styles.deleted}>{say.deleted}</p>
  return <SaidComment {...props} />
}

function SaidComment({ comment, talk, acts, mayComment, isShort }: CommentItemProps) {
  const whole = useRef<HTMLDivElement>(null)
  const [isEdited, setEdited] = useState(false)
  useKeyboardStays(whole)
  const author = talk.people.get(comment.person)
  const name = author?.name ?? ''
  const isOwn = comment.person === talk.me
  const named = comment.mentions.flatMap((person) => talk.people.get(person) ?? [])
  return (
    <div ref={whole} className={styles.comment}>
      <div className={styles.head}>
        <Face name={name} hue={author?.hue ?? 0} size="small" isNamedBeside />
        <span className={styles.name}>{name}</span>
        <span className={styles.time}>
          {comment.isPending ? say.sending : <SpokenTime at={comment.at} />}
          {comment.editedAt !== null && ` · ${say.edited}`}
        </span>
        {talk.unread.has(comment.comment) && <span className={styles.unread}>{say.unread}</span>}
        {isOwn && mayComment && !isShort && (
          <span className={styles.more}>
            <MoreMenu
              label={say.more(name)}
              items={[
                { label: say.edit, onPress: () => setEdited(true) },
                { label: say.remove, isDanger: true, onPress: () => acts.remove(comment.comment) },
              ]}
            />
          </span>
        )}
      </div>
      {isEdited ? (
        <Composer
          members={talk.members}
          placeholder={say.placeholder}
          action={say.save}
          start={comment.words}
          keptAs={`edit ${talk.me} ${comment.comment}`}
          hasFocus
          onSend={(said) => {
            acts.edit(comment.comment, said)
            setEdited(false)
          }}
          onCancel={() => setEdited(false)}
        />
      ) : (
        <div className={styles.body} data-short={isShort || undefined}>
          <CommentWords words={comment.words} named={named} />
        </div>
      )}
      {!isEdited && <Reactions {...{ comment, talk, acts }} mayReact={mayComment && !isShort} />}
    </div>
  )
}

interface ReactionsProps {
  readonly comment: ShownComment
  readonly talk: Talk
  readonly acts: CommentActs
  readonly mayReact: boolean
}

function Reactions({ comment, talk, acts, mayReact }: ReactionsProps) {
  const adding = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  const given = REACTIONS.filter((reaction) => comment.reactions.some((each) => each.reaction === reaction))
  if (given.length === 0 && !mayReact) return null
  const who = (reaction: Reaction) => comment.reactions.filter((each) => each.reaction === reaction).map((each) => each.person)
  const toggle = (reaction: Reaction) => {
    acts.react(comment.comment, reaction, !who(reaction).includes(talk.me))
    setOpen(false)
    // The one that was pressed may go away.
    adding.current?.focus({ preventScroll: true })
  }
  const labelOf = (reaction: Reaction) =>
    say.reacted(say.reactions[reaction] ?? reaction, spokenList(who(reaction).map((person) => talk.people.get(person)?.name ?? '')))
  return (
    <div className={styles.reactions}>
      {given.map((reaction) => (
        <button
          key={reaction}
          type="button"
          className={styles.reaction}
          disabled={!mayReact}
          aria-pressed={who(reaction).includes(talk.me)}
          aria-label={labelOf(reaction)}
          title={labelOf(reaction)}
          onClick={() => toggle(reaction)}
        >
          <span aria-hidden>{reaction}</span> {who(reaction).length}
        </button>
      ))}
      {mayReact && (
        <button
          ref={adding}
          type="button"
          className={styles.react}
          aria-label={say.react}
          title={say.react}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          <IconMoodPlus size={16} stroke={1.75} aria-hidden />
        </button>
      )}
      {isOpen &&
        REACTIONS.filter((reaction) => !given.includes(reaction)).map((reaction) => (
          <button
            key={reaction}
            type="button"
            className={styles.reaction}
            aria-label={say.reactions[reaction]}
            title={say.reactions[reaction]}
            onClick={() => toggle(reaction)}
          >
            <span aria-hidden>{reaction}</span>
          </button>
        ))}
    </div>
  )
}
