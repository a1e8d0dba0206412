/** Asks who I am, and for the journal at the address, while the program of the screen is still on its way: what its first calls would be. */
import * as journals from '@tandem/shared/contracts/journals.ts'
import { JournalId } from '@tandem/shared/ids.ts'
import type { QueryClient } from '@tanstack/react-query'
import { callOrKept } from './kept-answers.ts'
import { journalKey, ME } from './keys.ts'
import { loadMe } from './me.ts'

/** Never fails: who needs an answer asks again, and is told. */
export function askAhead(queries: QueryClient, path: string): void {
  const id = JournalId.safeParse(path.split('/')[2])
  if (!path.startsWith('/j/') || !id.success) return
  void queries.prefetchQuery({ queryKey: ME, queryFn: loadMe })
  void queries.prefetchQuery({ queryKey: journalKey(id.data), queryFn: () => callOrKept(journals.get, { id: id.data }) })
}
