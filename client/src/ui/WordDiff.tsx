/** Two wordings in one: what went is struck, what came is marked. */
import styles from './WordDiff.module.css'
import { wordDiff } from './word-diff.ts'

interface WordDiffProps {
  readonly before: string
  readonly after: string
}

const TAGS = { same: 'span', added: 'ins', removed: 'del' } as const

export function WordDiff({ before, after }: WordDiffProps) {
  return (
    <p className={styles.diff}>
      {wordDiff(before, after).map(({ kind, text }, index) => {
        const Tag = TAGS[kind]
        // oxlint-disable-next-line react/no-array-index-key -- parts have no identity but their place
        return <Tag key={index}>{text}</Tag>
      })}
    </p>
  )
}
