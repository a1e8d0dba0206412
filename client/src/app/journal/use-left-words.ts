/** The way out for words of a journal that refuses its person, when this device alone has them. */
import { Failure, type FailureCode } from '@tandem/shared/failure.ts'
import type { JournalId, PersonId } from '@tandem/shared/ids.ts'
import { useQuery } from '@tanstack/react-query'
import { exportCopy } from '../../journal/copy/export-copy.ts'
import { peopleOf } from '../../journal/people.ts'
import { findLeftWords } from '../../sync/left-words.ts'
import { locale } from '../../words/dates.ts'
import { words } from '../../words/words.ts'

/** To who is not one of its people the server tells neither what a journal is called nor who is in it. */
const REMOVED: ReadonlySet<FailureCode> = new Set(['unknown-journal', 'not-allowed'])

/** Hands out a copy; `undefined` where nothing is left behind. `trouble` is why the journal does not open. */
export function useLeftWords(person: PersonId, journal: JournalId, trouble: unknown): (() => void) | undefined {
  const { data: doc } = useQuery({
    queryKey: ['left-words', person, journal],
    queryFn: async () => (await findLeftWords(person, journal)) ?? null,
    enabled: trouble instanceof Failure && REMOVED.has(trouble.code),
    staleTime: 0,
    gcTime: 0,
  })
  return doc ? () => exportCopy(doc, 'text', { title: words.program.name, people: peopleOf([]), locale: locale() }) : undefined
}
