/** What is judged, and what the judges answer. */
import type { PersonId } from '@tandem/shared/ids.ts'
import type { Knowledge, News } from './knowledge.ts'

export type Verdict =
  | { readonly kind: 'new'; readonly news: News }
  | { readonly kind: 'nothing-new' }
  | { readonly kind: 'refused'; readonly code: 'malformed-frame' | 'missing-updates' | 'foreign-client-id' | 'document-too-large' }

export interface Judged {
  readonly update: Uint8Array
  readonly author: PersonId
  readonly knowledge: Knowledge
  readonly limits: { readonly structs: number; readonly clientIds: number }
  /** In the repair window: others' structs that are not known may be brought back. */
  readonly mayBringOthers?: boolean
}
