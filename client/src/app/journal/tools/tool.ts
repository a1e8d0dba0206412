/** What can be opened over the open journal. One at a time. */
import type { ListedPage } from '@tandem/shared/document/journal-doc.ts'

export type Tool =
  /** Looks for words, with what was marked when it was opened. */
  | { readonly kind: 'find'; readonly start: string }
  /** Looks for words and for what can be done. */
  | { readonly kind: 'palette' }
  /** Every key that does something. */
  | { readonly kind: 'keys' }
  /** Asks before the journal gets another title, is put away or is left. */
  | { readonly kind: 'journal'; readonly about: 'rename' | 'archive' | 'leave' }
  | { readonly kind: 'templates' }
  | { readonly kind: 'plan' }
  /** Keeps this page as a template. */
  | { readonly kind: 'save-template'; readonly page: ListedPage }
