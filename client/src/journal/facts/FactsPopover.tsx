/** The one place where facts are edited: beside the block, one field after another, each written as soon as it is chosen. */
import type { ReactNode } from 'react'
import { isStructuredKind, type StructuredKind } from '@tandem/shared/document/kinds.ts'
import { assertNever } from '@tandem/shared/ids.ts'
import { pageWords } from '../../words/page.ts'
import { Floating, type Place } from '../menus/Floating.tsx'
import type { PageContext } from '../page-context.ts'
import { CommentOnFact } from './CommentOnFact.tsx'
import { ActionFields } from './fields/ActionFields.tsx'
import { ExpectationFields } from './fields/ExpectationFields.tsx'
import type { FieldsProps } from './fields/fields-props.ts'
import { GoalFields } from './fields/GoalFields.tsx'
import { TopicFields } from './fields/TopicFields.tsx'
import styles from './FactsPopover.module.css'
import { useFacts } from './use-facts.ts'

interface FactsPopoverProps {
  readonly context: PageContext
  readonly block: string
  readonly kind: string
  /** The words of the block. */
  readonly about: string
  readonly place: Place
  /** Whether the facts may be edited; otherwise only what people vouch for is shown. */
  readonly isEditable?: boolean
  /** What people vouch for of this block, shown before its facts. */
  readonly vouching?: ReactNode
  /** Absent when this person may not comment. */
  readonly onComment?: ((field: string) => void) | undefined
  readonly onClose: (how: { readonly returnsFocus: boolean }) => void
}

export function FactsPopover({ context, block, kind, about, place, isEditable = true, vouching, onComment, onClose }: FactsPopoverProps) {
  const facts = useFacts(context.facts, block)
  if (!isStructuredKind(kind)) return null
  return (
    <Floating place={place} label={pageWords.facts.title(pageWords.kinds[kind] ?? kind)} className={styles.popover} isSheet onClose={onClose}>
      <p className={styles.about}>{about}</p>
      {vouching}
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          onClose({ returnsFocus: true })
        }}
      >
        {isEditable && <Fields kind={kind} {...{ context, block, facts }} />}
        {onComment && <CommentOnFact kind={kind} onComment={onComment} />}
        <button type="submit" className={styles.done}>
          {pageWords.facts.done}
        </button>
      </form>
    </Floating>
  )
}

function Fields({ kind, ...props }: FieldsProps & { readonly kind: StructuredKind }) {
  switch (kind) {
    case 'expectation':
      return <ExpectationFields {...props} />
    case 'goal':
      return <GoalFields {...props} />
    case 'action':
      return <ActionFields {...props} />
    case 'topic':
      return <TopicFields {...props} />
    default:
      return assertNever(kind)
  }
}
