/** What the fields of every kind are given. */
import type { Facts } from '@tandem/shared/document/facts.ts'
import type { PageContext } from '../../page-context.ts'

export interface FieldsProps {
  readonly context: PageContext
  readonly block: string
  readonly facts: Facts
}
