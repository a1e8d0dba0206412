/** What stands behind a browser, for a program without one: the person and their journal. */
import { succeed, type TestPerson } from '../support/people.ts'
import type { Visitor } from './scene.ts'

/** The person at a browser. */
export async function personOf({ name, address, context }: Visitor): Promise<TestPerson> {
  const cookies = await context.cookies()
  return { id: '', name, address, cookie: cookies.map((cookie) => `${cookie.name}=${cookie.value}`).join('; ') }
}

/** Their first journal. */
export async function findDocument(visitor: Visitor): Promise<{ readonly documentId: string }> {
  const { body } = await succeed<{ journals: { documentId: string }[] }>(await personOf(visitor), { path: '/api/journals' })
  const [journal] = body.journals
  if (!journal) throw new Error('There is no journal.')
  return journal
}
