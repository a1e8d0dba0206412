/** Somebody who writes as fast as acks come, comes back whenever the server does, and notes what was acked and what was told. */
import * as Y from 'yjs'
import type { TestJournal, TestPerson } from '../support/people.ts'
import { openWire, type WireClient } from '../support/wire-client.ts'
import type { AckedEdits } from './acked-edits.ts'
import { updateOf } from './update-of.ts'

export interface BusyWriter {
  readonly documentId: string
  /** Connects, brings what the server lacks and writes until the line breaks or `rest`. Resolves when it is writing. */
  start(): Promise<void>
  /** Writes nothing new from now on. */
  rest(): void
  /** Leaves. What was sent is the server's business now. */
  leave(): void
  /** Resolves when the line is broken. */
  stopped(): Promise<void>
  readonly ackedCount: number
  /** Words the server has not acked. */
  readonly unsaved: readonly string[]
  /** When it was last told that nothing can be stored, in milliseconds since 1970; 0 when never. */
  readonly toldAt: number
}

export interface BusyWriterOptions {
  readonly person: TestPerson
  readonly journal: TestJournal
  readonly name: string
  readonly acked: AckedEdits
  /** Edits on their way at once. */
  readonly window?: number
}

export function busyWriter({ person, journal, name, acked, window = 8 }: BusyWriterOptions): BusyWriter {
  const { documentId } = journal
  const doc = new Y.Doc()
  const text = doc.getText('scratch')
  let written = 0
  let ackedCount = 0
  let toldAt = 0
  let isResting = false
  /** The oldest first. */
  let unsaved: string[] = []
  let running: Promise<void> = Promise.resolve()
  let line: WireClient | undefined

  const write = (client: WireClient): string => {
    written += 1
    const word = `${name}.${written}`
    unsaved.push(word)
    client.sendUpdate(updateOf(doc, () => text.insert(text.length, `${word} `)))
    return word
  }

  const run = async (client: WireClient): Promise<void> => {
    /** The words of each frame. */
    const sent: string[][] = [[...unsaved]]
    client.sendStep2(Y.encodeStateAsUpdate(doc))
    let heard = 0
    let told = 0
    while (client.isOpen) {
      const at = Date.now()
      for (; heard < client.frames.length; heard++) {
        const frame = client.frames[heard]
        if (frame?.kind === 'refused' && frame.code === 'cannot-store') toldAt = at
        if (frame?.kind !== 'ack') continue
        const words = new Set(sent.slice(told, frame.count).flat())
        told = Math.max(told, frame.count)
        for (const word of words) acked.note({ documentId, word, at })
        ackedCount += words.size
        unsaved = unsaved.filter((word) => !words.has(word))
      }
      const free = isResting || !client.isOpen ? 0 : window - (sent.length - told)
      for (let each = 0; each < free; each++) sent.push([write(client)])
      await client.changed()
    }
  }

  return {
    documentId,
    start: async () => {
      isResting = false
      line = await openWire(person, journal)
      await line.join()
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(line.doc))
      running = run(line)
    },
    rest: () => {
      isResting = true
    },
    leave: () => line?.close(),
    stopped: () => running,
    get ackedCount() {
      return ackedCount
    },
    get unsaved() {
      return unsaved
    },
    get toldAt() {
      return toldAt
    },
  }
}
