/** Comments on one fact of a block begin where the facts are edited. */
import type { StructuredKind } from '@tandem/shared/document/kinds.ts'
import { commentWords } from '../../words/comments.ts'
import { FACT_LABELS } from './fact-labels.ts'
import styles from './FactsPopover.module.css'

interface CommentOnFactProps {
  readonly kind: StructuredKind
  readonly onComment: (field: string) => void
}

export function CommentOnFact({ kind, onComment }: CommentOnFactProps) {
  return (
    <fieldset className={styles.field}>
      <legend className={styles.label}>{commentWords.commentOnFact}</legend>
      <div className={styles.chips}>
        {FACT_LABELS[kind].map(([field, label]) => (
          <button key={field} type="button" className={styles.quick} onClick={() => onComment(field)}>
            {label}
          </button>
        ))}
      </div>
    </fieldset>
  )
}
