/** The one place where facts are edited: beside the block, one field after another, each written as soon as it is chosen. */
import { IconMessagePlus } from '@tabler/icons-react'
import { type ReactNode, type RefCallback, useId, useState } from 'react'
import { isStructuredKind, type StructuredKind } from '@tandem/shared/document/kinds.ts'
import { assertNever } from '@tandem/shared/ids.ts'
import { commentWords } from '../../words/comments.ts'
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

export type VouchingPart = 'first' | 'last'

interface FactsPopoverProps {
  readonly context: PageContext
  readonly block: string
  readonly kind: string
  /** The words of the block. */
  readonly about: string
  readonly place: Place
  /** Whether the facts may be edited; otherwise only what people vouch for is shown. */
  readonly isEditable?: boolean
  /** What people vouch for of this block: first what is wanted most, and last, after its facts, what is said once. */
  readonly renderVouching: (part: VouchingPart) => ReactNode
  /** Absent when this person may not comment. */
  readonly onComment?: ((field: string) => void) | undefined
  readonly onClose: (how: { readonly returnsFocus: boolean }) => void
}

export function FactsPopover({ context, block, kind, about, place, isEditable = true, renderVouching, onComment, onClose }: FactsPopoverProps) {
  const facts = useFacts(context.facts, block)
  const ids = { form: useId(), comment: useId() }
  // Who may only comment has opened it for that.
  const [isCommenting, setCommenting] = useState(!isEditable)
  if (!isStructuredKind(kind)) return null
  return (
    <Floating place={place} label={pageWords.facts.title(pageWords.kinds[kind] ?? kind)} className={styles.popover} isSheet onClose={onClose}>
      <div className={styles.body}>
        <p className={styles.about}>{about}</p>
        {renderVouching('first')}
        {isEditable && (
          <form
            ref={showAdded}
            id={ids.form}
            className={styles.form}
            onSubmit={(event) => {
              event.preventDefault()
              onClose({ returnsFocus: true })
            }}
          >
            <Fields kind={kind} {...{ context, block, facts }} />
          </form>
        )}
        {renderVouching('last')}
        {onComment && isCommenting && <CommentOnFact id={ids.comment} {...{ kind, onComment }} />}
      </div>
      <div className={styles.foot}>
        {onComment && isEditable && (
          <button
            type="button"
            className={styles.quiet}
            aria-expanded={isCommenting}
            aria-controls={isCommenting ? ids.comment : undefined}
            onClick={() => setCommenting(!isCommenting)}
          >
            <IconMessagePlus size={16} stroke={1.75} aria-hidden="true" />
            {commentWords.commentOnFact}…
          </button>
        )}
        {isEditable ? (
          <button type="submit" form={ids.form} className={styles.done}>
            {pageWords.facts.done}
          </button>
        ) : (
          <button type="button" className={styles.done} onClick={() => onClose({ returnsFocus: true })}>
            {pageWords.facts.done}
          </button>
        )}
      </div>
    </Floating>
  )
}

/** A field that comes with what somebody just chose is brought into sight. */
const showAdded: RefCallback<HTMLFormElement> = (form) => {
  if (!form) return undefined
  const added = new MutationObserver((records) => {
    const last = records.flatMap(({ addedNodes }) => [...addedNodes]).findLast((node) => node instanceof Element)
    if (form.contains(document.activeElement)) last?.scrollIntoView({ block: 'nearest' })
  })
  added.observe(form, { childList: true })
  return () => added.disconnect()
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
