/** Rows that people vouch for, as the server has them; the kept answer until it has spoken, so that they can be read without network. */
import type { Contract } from '@tandem/shared/contracts/contract.ts'
import type { JournalId } from '@tandem/shared/ids.ts'
import type { RowKind } from '@tandem/shared/wire/row-kinds.ts'
import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { z } from 'zod'
import { askAnew } from './ask-anew.ts'
import { callOrKept, findKept } from './kept-answers.ts'
import { rowsKey } from './keys.ts'

type RowsInput = z.ZodType<unknown, { id: string }>

/** Asked again after every hint, reconnect and return to the page. */
export function useRows<Output extends z.ZodType>(contract: Contract<RowsInput, Output>, journal: JournalId, what: RowKind): UseQueryResult<z.output<Output>> {
  return useQuery({
    queryKey: rowsKey(journal, what),
    queryFn: () => callOrKept(contract, { id: journal }),
    initialData: () => findKept(contract, { id: journal }),
    initialDataUpdatedAt: 0,
  })
}

/** The connection's signs that rows have changed: a hint tells which, a connection that caught up that any may have. */
export interface RowSigns {
  readonly onHint: (listener: (what: RowKind) => void) => () => void
  /** Rises with every connection that caught up. */
  readonly news: number
}

/** Has the rows of a journal asked for again at every sign. For the journal's screen, once. */
export function useLiveRows(journal: JournalId, { onHint, news }: RowSigns): void {
  const queries = useQueryClient()
  useEffect(() => onHint((what) => void askAnew(queries, rowsKey(journal, what))), [queries, journal, onHint])
  useEffect(() => {
    void askAnew(queries, rowsKey(journal))
  }, [queries, journal, news])
}
