/** Where a notice leads: the permanent address of what it is about, as near as it knows. */
import type { Notice } from '@tandem/shared/contracts/notices.ts'
import { blockPath, journalPath } from '../api/paths.ts'

export function noticePath({ journal, page, block }: Pick<Notice, 'journal' | 'page' | 'block'>): string {
  if (page === null) return journalPath(journal)
  return block === null ? journalPath(journal, page) : blockPath(journal, page, block)
}
