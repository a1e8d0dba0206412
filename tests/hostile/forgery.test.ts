/** Promise 7: nobody is present, or writes, as somebody else, however often they try. `FORGERIES` in the environment of the tests sets how often. */
import { writeVarString } from 'lib0/encoding'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { createRandom } from '../convergence/random.ts'
import { eventually } from '../support/eventually.ts'
import { readStoredLog } from '../support/stored-log.ts'
import { readAwareness, type WireClient } from '../support/wire-client.ts'
import { useServer, writer } from '../relay/scene.ts'
import { HostileSocket } from './hostile-socket.ts'
import { rawAwareness, syncFrame, updateBytes } from './update-bytes.ts'

const FORGERIES = Number(process.env['FORGERIES'] ?? 4000)
const scene = useServer()

test('[R14] forged presence: nobody is renamed, moved, removed, doubled or invented', async () => {
  const { ana, ben, joined } = await scene({ role: 'viewer' })
  const [forger, victim, witness] = [await joined(ana), await joined(ben), await joined(ben)]
  victim.sendAwareness([[21, 1, { mood: 'good' }]])
  forger.sendAwareness([[11, 1, { mine: true }]])
  await eventually('both are here', () => seenBy(witness).has(21) && seenBy(witness).has(11))
  const random = createRandom(20_261_123)
  for (let forged = 0; forged < FORGERIES; ) {
    const states = Array.from({ length: 20 }, () => {
      const id = random.pick([21, 21, 12, random.below(2 ** 31 - 1)])
      const user = { id: ben.id, name: random.pick(['Ben', 'Nobody']), color: '#000000', seat: 'mentor' }
      return [id, random.pick([2, 1_000_000, 2 ** 32, Number.MAX_SAFE_INTEGER]), random.pick(['null', JSON.stringify({ user }), '{"mood":"bad"}'])] as const
    })
    forger.send(rawAwareness(states))
    forged += states.length
    if (forged % 1000 === 0) await forger.settled()
  }
  forger.sendAwareness([[11, 2, { done: true, user: { name: 'Ben', id: ben.id } }]])
  await eventually('the forger is heard', () => seenBy(witness).get(11)?.['done'])
  expect([...seenBy(witness).keys()].toSorted((a, b) => a - b)).toEqual([11, 21])
  expect(seenBy(witness).get(11)).toMatchObject({ user: { id: ana.id, name: 'Ana' } })
  expect(seenBy(witness).get(21)).toMatchObject({ mood: 'good', user: { id: ben.id, name: 'Ben' } })
})

test('[R7] nobody keeps out the words of another by being present under the id they will come back with', async () => {
  const { ana, ben, joined } = await scene()
  const author = writer()
  const [first, witness] = [await joined(ben), await joined(ben)]
  first.sendAwareness([[author.doc.clientID, 1, { mood: 'good' }]])
  await eventually('Ben is here', () => seenBy(witness).has(author.doc.clientID))
  first.close()
  await eventually('Ben is gone', () => !seenBy(witness).has(author.doc.clientID))
  const forger = await joined(ana)
  forger.sendAwareness([[author.doc.clientID, 1, { mine: true }]])
  forger.sendUpdate(
    updateBytes({ clients: [{ client: author.doc.clientID, clock: 0, structs: [{ info: 4, content: (encoder) => writeVarString(encoder, 'not his') }] }] }),
  )
  expect(await forger.closed()).toMatchObject({ code: 4409 })
  const back = await joined(ben)
  back.sendUpdate(author.write('written on the train'))
  await back.acked(1)
})

test('[R7] who may not write keeps nobody from writing under an id', async () => {
  const { ana, ben, joined } = await scene({ role: 'viewer' })
  const author = writer()
  const [forger, witness] = [await joined(ana), await joined(ben)]
  forger.sendAwareness([[author.doc.clientID, 1, { mine: true }]])
  await eventually('Ana is here', () => seenBy(witness).has(author.doc.clientID))
  const honest = await joined(ben)
  honest.sendUpdate(author.write('all the same'))
  await honest.acked(1)
})

test('[R7] forged authorship: nothing is written under the client id of somebody else', async () => {
  const { ana, ben, joined, server, journal } = await scene()
  const honest = await joined(ben)
  const author = writer()
  honest.sendUpdate(author.write('Ben wrote this.'))
  await honest.acked(1)
  const forged = writer()
  Y.applyUpdate(forged.doc, Y.encodeStateAsUpdate(author.doc))
  forged.doc.clientID = author.doc.clientID
  const update = forged.write(' He did not.')
  const sockets = Array.from({ length: 8 }, () => new HostileSocket(ana, journal))
  const tries = Math.max(1, Math.floor(FORGERIES / 20 / sockets.length))
  const fates = await Promise.all(
    sockets.map(async (socket) => {
      const said: string[] = []
      for (let index = 0; index < tries; index++) said.push(await socket.say(syncFrame(1 + (index % 2), update), index % 3 > 0))
      socket.close()
      return said
    }),
  )
  expect(new Set(fates.flat())).toEqual(new Set(['closed']))
  expect(readStoredLog(server.dataDir, journal.documentId).filter((entry) => entry.author === ana.id)).toEqual([])
  honest.sendUpdate(author.write(' And this.'))
  await honest.acked(2)
})

test('[R7] what stands in the log under a person’s name came over a connection they had signed in on', async () => {
  const { server, ana, ben, joined, journal } = await scene()
  const [hers, his] = [await joined(ana), await joined(ben)]
  hers.sendUpdate(writer().write('Ana'))
  his.sendUpdate(writer().write('Ben'))
  await Promise.all([hers.acked(1), his.acked(1)])
  const authors = readStoredLog(server.dataDir, journal.documentId).map((entry) => entry.author)
  expect(authors.toSorted()).toEqual(['tandem', ana.id, ben.id].toSorted())
})

/** Who is present for somebody, as an honest program reads what it was sent. */
function seenBy(client: WireClient): Map<number, Record<string, unknown>> {
  const present = new Map<number, { clock: number; state: Record<string, unknown> | null }>()
  for (const frame of client.frames) {
    if (frame.kind !== 'awareness') continue
    for (const [id, said] of readAwareness(frame.bytes)) {
      const known = present.get(id)
      if (!known || known.clock < said.clock) present.set(id, said)
    }
  }
  return new Map([...present].flatMap(([id, { state }]) => (state ? [[id, state] as const] : [])))
}
