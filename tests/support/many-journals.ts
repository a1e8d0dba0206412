/** Very many journals at once, as a load needs them: made over the real routes, a few people in all of them. */
import { accept, createJournal, invite, joinByName, signUp, type TestJournal, type TestPerson } from './people.ts'

export interface ManyJournal {
  readonly documentId: string
  /** Of everybody in it, in the same order in all of them. */
  readonly cookies: readonly string[]
}

const AT_ONCE = 4
const JOURNALS_OF_ONE = 500

/** One mentor owns up to 500 of the journals and the same others join each of them; a person may hold only so many connections. */
export async function makeManyJournals(address: string, { journals, people }: { readonly journals: number; readonly people: number }): Promise<ManyJournal[]> {
  const made: ManyJournal[] = []
  while (made.length < journals) made.push(...(await makeCircle(address, Math.min(JOURNALS_OF_ONE, journals - made.length), people)))
  return made
}

async function makeCircle(address: string, count: number, people: number): Promise<ManyJournal[]> {
  const mentor = await signUp(address, 'Ben')
  const first = await createJournal(mentor)
  const others: TestPerson[] = []
  for (let index = 1; index < people; index += 1) others.push(await joinByName(address, await inviteTo(mentor, first, index), `Ana ${index}`))

  const journals = [first]
  const more = async () => {
    while (journals.length < count) {
      const place = journals.push(first) - 1
      const journal = await createJournal(mentor)
      for (const [index, other] of others.entries()) await accept(other, await inviteTo(mentor, journal, index + 1))
      journals[place] = journal
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, more))
  const cookies = [mentor, ...others].map((person) => person.cookie)
  return journals.map(({ documentId }) => ({ documentId, cookies }))
}

/** The first to come is the mentee; everybody else sits in the third seat. */
function inviteTo(mentor: TestPerson, journal: TestJournal, place: number): Promise<string> {
  return invite(mentor, journal, { seat: place === 1 ? 'mentee' : 'third', role: 'editor' })
}
