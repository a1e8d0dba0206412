/** Files for tests: a picture of one dot, and sending it. */
import { Buffer } from 'node:buffer'
import { type Answer, call, type TestJournal, type TestPerson } from '../support/people.ts'

export const PICTURE = new Uint8Array(Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'))

interface Sending {
  readonly file?: string
  readonly name?: string
  readonly bytes?: Uint8Array
}

export function sendFile(
  who: TestPerson,
  { id }: Pick<TestJournal, 'id'>,
  { file = crypto.randomUUID(), name = 'dot.png', bytes = PICTURE }: Sending = {},
): Promise<Answer> {
  return call(who, { path: `/api/journals/${id}/files?${new URLSearchParams({ file, name })}`, body: bytes })
}

/** Sends the picture and returns its id. */
export async function keepFile(who: TestPerson, journal: TestJournal): Promise<string> {
  const { status, body } = await sendFile(who, journal)
  if (status !== 200) throw new Error(`The file was refused with ${status}`)
  return (body as { file: string }).file
}
