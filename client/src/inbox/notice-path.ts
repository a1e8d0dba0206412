/** Where a notice leads: the permanent address of what it is about, as near as it knows. */
import type { Notice } from '@tandem/shared/contracts/notices.ts'
import { blockPath, journalPath, threadPath } from '../api/paths.ts'

export function noticePath({ journal, page, block, thread }: Pick<Notice, 'journal' | 'page' | 'block' | 'thread'>): string {
  if (thread !== null) return threadPath(journal, thread, page ?? undefined)
  if (page === null) return journalPath(journal)
  return block === null ? journalPath(journal, page) : blockPath(journal, page, block)
}
