/** A server with a thousand connections, all of which write, is told to stop. */
import { expect, test } from 'vitest'
import { type Writer, writer } from '../relay/scene.ts'
import { eventually } from '../support/eventually.ts'
import { accept, createJournal, invite, signUp, type TestJournal } from '../support/people.ts'
import { startServer } from '../support/server.ts'
import { readStoredDoc } from '../support/stored-log.ts'
import { openWire, type WireClient } from '../support/wire-client.ts'
import { temporaryFolder } from './folder.ts'

const JOURNALS = 100
const TABS_PER_PERSON = 5
/** The README tells supervisors to give it so long. */
const STOPS_WITHIN_MS = 15_000

/** One connection that sends its next word as soon as the last one is acked. */
class Typist {
  readonly name: string
  readonly journal: TestJournal
  readonly client: WireClient
  readonly #author: Writer = writer()
  #sent = 0
  #heard = 0
  #acked = 0

  constructor(name: string, journal: TestJournal, client: WireClient) {
    this.name = name
    this.journal = journal
    this.client = client
  }

  get acked(): number {
    for (const frame of this.client.frames.slice(this.#heard)) if (frame.kind === 'ack') this.#acked = frame.count
    this.#heard = this.client.frames.length
    return this.#acked
  }

  async type(): Promise<void> {
    while (this.client.isOpen) {
      if (this.acked === this.#sent) {
        this.#sent += 1
        this.client.sendUpdate(this.#author.write(`${this.name}.${this.#sent} `))
      }
      await this.client.changed()
    }
  }
}

test('told to stop with a thousand writers, it acks exactly what it stored, says goodbye to all and ends with 0 in time', { timeout: 180_000 }, async () => {
  const dataDir = await temporaryFolder()
  await using server = await startServer({ dataDir, env: { LIMIT_SIGN_INS: '0', LIMIT_CALLS: '0', LOG_LEVEL: 'error' } })
  const [ben, ana] = [await signUp(server.address, 'Ben'), await signUp(server.address, 'Ana')]
  const typists: Typist[] = []
  for (let number = 0; number < JOURNALS; number++) {
    const journal = await createJournal(ben)
    await accept(ana, await invite(ben, journal, { seat: 'mentee', role: 'editor' }))
    const tabs = [ben, ana].flatMap((person) => Array.from({ length: TABS_PER_PERSON }, () => openWire(person, journal)))
    for (const [tab, client] of (await Promise.all(tabs)).entries()) {
      await client.join()
      typists.push(new Typist(`j${number}t${tab}`, journal, client))
    }
  }
  const typing = typists.map((typist) => typist.type())
  await eventually('everybody is acked more than once', () => typists.every((typist) => typist.acked > 1), 60_000)

  const told = performance.now()
  const code = await server.stop()
  const took = performance.now() - told
  await Promise.all(typing)
  const goodbyes = await Promise.all(typists.map((typist) => typist.client.closed()))

  expect(typists).toHaveLength(1000)
  expect(code).toBe(0)
  expect(took).toBeLessThan(STOPS_WITHIN_MS)
  expect(goodbyes.filter((goodbye) => goodbye.code !== 1012 || goodbye.reason !== 'stopping')).toEqual([])
  const stored = new Map([...new Set(typists.map((typist) => typist.journal.documentId))].map((id) => [id, countWords(dataDir, id)]))
  const unequal = typists.filter((typist) => stored.get(typist.journal.documentId)?.get(typist.name) !== typist.acked)
  expect(unequal.map((typist) => `${typist.name}: ${typist.acked} acked, ${stored.get(typist.journal.documentId)?.get(typist.name) ?? 0} stored`)).toEqual([])
})

/** How many words of each typist a document holds. */
function countWords(dataDir: string, documentId: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of readStoredDoc(dataDir, documentId).getText('scratch').toJSON().split(' ')) {
    const [name] = word.split('.')
    if (name) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return counts
}
