/** People whose line takes nothing any more while others write a lot: each is closed when its buffer is full, comes back and has everything; the others notice nothing. */
import { readFileSync } from 'node:fs'
import { eventually } from '../../support/eventually.ts'
import { pair } from '../../support/people.ts'
import { startServer } from '../../support/server.ts'
import { openWire, type WireClient } from '../../support/wire-client.ts'
import * as Y from 'yjs'
import type { Scenario } from '../scenario.ts'
import { memoryOf } from '../server-memory.ts'
import { SERVER_ENV, temporaryFolder } from '../temporary-folder.ts'
import { updateOf } from '../update-of.ts'

const MiB = 1_048_576
/** Promise 11. */
const SEND_BUFFER = 4 * MiB
const PART = 500_000
/** More than all buffers on the way together. */
const WRITTEN = SEND_BUFFER + systemBuffers() + 8 * MiB

export const slowReaders: Scenario = {
  name: 'slow-readers',
  claim: 'at most 4 MiB wait in the server for a slow reader; then it is closed, comes back and has everything',
  run: async ({ extent, told }) => {
    await using folder = await temporaryFolder()
    await using server = await startServer({ dataDir: folder.dataDir, env: SERVER_ENV })
    const { ben, ana, journal } = await pair(server.address)
    const join = async (): Promise<WireClient> => {
      const client = await openWire(ben, journal)
      await client.join()
      return client
    }
    const slow = await Promise.all(Array.from({ length: extent === 'short' ? 3 : 20 }, join))
    const attentive = await join()
    const before = memoryOf(server.processId)
    const heardBefore = slow.map(bytesOf)
    for (const reader of slow) reader.pause()

    const doc = new Y.Doc()
    const text = doc.getText('scratch')
    const author = await openWire(ana, journal)
    await author.join()
    for (let frame = 1, written = 0; written < WRITTEN; frame++, written += PART) {
      // What was written before goes again, so that the document stays small.
      author.sendUpdate(updateOf(doc, () => replaceAll(text, `part ${frame} ${'0123456789'.repeat(PART / 10)}`)))
      await author.acked(frame)
    }
    await eventually('who reads has everything', () => attentive.doc.getText('scratch').toJSON() === text.toJSON(), 20_000)
    const after = memoryOf(server.processId)
    told(`${Math.round(WRITTEN / MiB)} MiB written; the server holds ${after.now} MB, ${before.now} MB before`)

    for (const reader of slow) reader.resume()
    const reasons = await Promise.all(slow.map(async (reader) => (await reader.closed()).reason))
    const waited = slow.map((reader, index) => bytesOf(reader) - (heardBefore[index] ?? 0))
    const again = await Promise.all(slow.map(join))
    const unequal = again.filter((reader) => reader.doc.getText('scratch').toJSON() !== text.toJSON())
    const most = Math.max(...waited)
    for (const client of [...again, attentive, author]) client.close()
    return {
      figures: [
        `${slow.length} slow readers closed`,
        `≤ ${mebibytes(most)} MiB had waited, of which up to ${mebibytes(systemBuffers())} in the system's buffers`,
        `server ${before.now} → ${after.now} MB`,
      ],
      problems: [
        ...reasons.filter((reason) => reason !== 'slow-reader').map((reason) => `a slow reader was closed with "${reason}"`),
        ...(most > SEND_BUFFER + systemBuffers() + PART * 2 ? [`${mebibytes(most)} MiB waited for one reader`] : []),
        ...unequal.map(() => 'a slow reader came back and had something else'),
      ],
    }
  },
}

function replaceAll(text: Y.Text, words: string): void {
  text.delete(0, text.length)
  text.insert(0, words)
}

function bytesOf(client: WireClient): number {
  return client.frames.reduce((sum, frame) => sum + ('bytes' in frame ? frame.bytes.length : 0), 0)
}

/** What the system itself may hold of one connection: the largest send and receive buffers of TCP. */
function systemBuffers(): number {
  const largest = (name: string) => Number(readFileSync(`/proc/sys/net/ipv4/${name}`, 'utf8').trim().split(/\s+/)[2] ?? 0)
  return largest('tcp_wmem') + largest('tcp_rmem')
}

function mebibytes(bytes: number): string {
  return (bytes / MiB).toFixed(1)
}
