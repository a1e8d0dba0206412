/** What can be opened over the open journal. One at a time. */
import type { ListedPage } from '@tandem/shared/document/journal-doc.ts'

export type Tool =
  | { readonly kind: 'templates' }
  | { readonly kind: 'plan' }
  /** Keeps this page as a template. */
  | { readonly kind: 'save-template'; readonly page: ListedPage }
