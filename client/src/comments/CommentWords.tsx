/** The words of a comment: its little Markdown as text and elements, never as HTML. */
import { safeHref } from '../ui/safe-href.ts'
import styles from './Comment.module.css'
import { type Part, readLightMarkdown } from '../ui/light-markdown.ts'
import { cutAtMentions, type Nameable } from './mentions-in-words.ts'

interface CommentWordsProps {
  readonly words: string
  /** Who is named in it. */
  readonly named: readonly Nameable[]
}

export function CommentWords({ words, named }: CommentWordsProps) {
  return (
    <p className={styles.words}>
      {readLightMarkdown(words, safeHref).map((part, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- parts of one text have no other name
        <PartShown key={index} part={part} named={named} />
      ))}
    </p>
  )
}

function PartShown({ part, named }: { readonly part: Part; readonly named: readonly Nameable[] }) {
  switch (part.kind) {
    case 'bold':
      return <strong>{part.text}</strong>
    case 'italic':
      return <em>{part.text}</em>
    case 'code':
      return <code>{part.text}</code>
    case 'link':
      return (
        <a href={part.href} target="_blank" rel="noopener noreferrer nofollow">
          {part.text}
        </a>
      )
    default:
      return cutAtMentions(part.text, named).map(({ text, person }, index) =>
        person ? (
          // oxlint-disable-next-line react/no-array-index-key -- parts of one text have no other name
          <span key={index} className={styles.mention}>
            {text}
          </span>
        ) : (
          text
        ),
      )
  }
}
