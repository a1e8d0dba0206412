/** Rooms that open and close all the time while people write: they come at once, leave at once, and come back just when the room is being closed. */
import { join } from 'node:path'
import { eventually } from '../../support/eventually.ts'
import { startServer } from '../../support/server.ts'
import { readStoredDoc, storedSnapshotSeq } from '../../support/stored-log.ts'
import { noteAckedEdits } from '../acked-edits.ts'
import { audit, problemsOf } from '../audit-report.ts'
import type { BusyWriter } from '../busy-writer.ts'
import { gatherCrowd } from '../crowd.ts'
import { randomFrom } from '../random.ts'
import type { Scenario } from '../scenario.ts'
import { SERVER_ENV, temporaryFolder } from '../temporary-folder.ts'

/** The server closes a room so long after the last one left; a snapshot is made before. */
const ROOM_CLOSES_AFTER = 5000
const AROUND_IT = 500
const STAYS_AT_MOST = 400
/** One of each room stays until so much is stored: an empty room closes without anything to race with. */
const LEAST_STORED = 8

export const roomRaces: Scenario = {
  name: 'room-races',
  claim: 'rooms opened and closed by many while they write: nothing acked is lost or doubled, everybody can come back',
  run: async ({ extent, seed, told }) => {
    await using folder = await temporaryFolder()
    await using server = await startServer({ dataDir: folder.dataDir, env: SERVER_ENV })
    const random = randomFrom(seed)
    const acked = noteAckedEdits(join(folder.path, 'acked'))
    const { journals, rounds } = extent === 'short' ? { journals: 6, rounds: 3 } : { journals: 40, rounds: 20 }
    const crowd = await gatherCrowd({ address: server.address, name: 'v', acked, journals, writersPerJournal: 3, window: 4 })
    const rooms = [...Map.groupBy(crowd.writers, (writer) => writer.documentId).values()]
    let visits = 0
    let closed = 0
    for (let round = 0; round < rounds; round++) {
      const snapshotsBefore = new Map(rooms.map(([writer]) => [writer, snapshotSeq(folder.dataDir, writer)]))
      await Promise.all(rooms.map((room) => visit(room, random)))
      visits += crowd.writers.length
      closed += rooms.filter(([writer]) => snapshotSeq(folder.dataDir, writer) > (snapshotsBefore.get(writer) ?? 0)).length
      told(`round ${round + 1} of ${rounds}: ${crowd.ackedCount()} acked edits, ${closed} rooms closed`)
    }
    await crowd.start()
    await crowd.saveAll(30_000)
    await crowd.leave()
    const unequal = rooms.filter(([writer]) => !hasAllOnce(folder.dataDir, writer))
    await server.kill()
    acked.close()
    const found = await audit({ dataDir: folder.dataDir, ackedFile: acked.path })
    return {
      figures: [`${visits} visits to ${rooms.length} rooms`, `${closed} rooms closed in between`, `${found.checked} acked edits, ${found.lost.length} lost`],
      problems: [
        ...problemsOf(found, 'after the visits'),
        ...unequal.map(([writer]) => `the room ${writer?.documentId ?? ''} holds something else than what was written`),
        ...(closed === 0 ? ['no room was closed: nothing was tried'] : []),
      ],
    }
  },
}

/** All of a room come at once or one after another, write, leave without waiting, and stay away about as long as the room stays open. */
async function visit(room: readonly BusyWriter[], random: () => number): Promise<void> {
  const isTogether = random() < 0.5
  await Promise.all(
    room.map(async (writer, index) => {
      await pause(isTogether ? 0 : random() * STAYS_AT_MOST)
      const before = writer.ackedCount
      await writer.start()
      if (index === 0) await eventually('the first of a room is acked', () => writer.ackedCount >= before + LEAST_STORED, 30_000)
      await pause(random() * STAYS_AT_MOST)
      writer.leave()
      await writer.stopped()
    }),
  )
  await pause(ROOM_CLOSES_AFTER + (random() - 0.3) * AROUND_IT)
}

function pause(milliseconds: number): Promise<void> {
  const until = performance.now() + milliseconds
  return eventually('the time has passed', () => performance.now() >= until, milliseconds + 60_000).then(() => undefined)
}

function snapshotSeq(dataDir: string, writer: BusyWriter | undefined): number {
  return writer ? storedSnapshotSeq(dataDir, writer.documentId) : 0
}

function hasAllOnce(dataDir: string, writer: BusyWriter | undefined): boolean {
  if (!writer) return false
  const words = readStoredDoc(dataDir, writer.documentId).getText('scratch').toJSON().trim().split(' ')
  return new Set(words).size === words.length
}
