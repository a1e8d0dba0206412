/** Comments on one fact of a block begin where the facts are edited: the facts that can be commented on, by their names. */
import type { StructuredKind } from '@tandem/shared/document/kinds.ts'
import { segment, segmentsOf } from '../../ui/segments.ts'
import { commentWords } from '../../words/comments.ts'
import { FACT_LABELS } from './fact-labels.ts'
import styles from './FactsPopover.module.css'

interface CommentOnFactProps {
  readonly id: string
  readonly kind: StructuredKind
  readonly onComment: (field: string) => void
}

export function CommentOnFact({ id, kind, onComment }: CommentOnFactProps) {
  const labels = FACT_LABELS[kind]
  return (
    <fieldset id={id} className={styles.comment}>
      <legend className={styles.label}>{commentWords.commentOnFact}</legend>
      <div {...segmentsOf(labels.map(([, name]) => ({ name })))}>
        {labels.map(([field, label]) => (
          <button key={field} type="button" className={segment} onClick={() => onComment(field)}>
            {label}
          </button>
        ))}
      </div>
    </fieldset>
  )
}
