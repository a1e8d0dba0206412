/** Somebody who writes as fast as acks come, reconnects whenever the server is back, and notes what was acked. */
import * as Y from 'yjs'
import type { TestJournal, TestPerson } from '../support/people.ts'
import { openWire, type WireClient } from '../support/wire-client.ts'
import type { AckedEdits } from './acked-edits.ts'

/** Edits on their way at once. */
const WINDOW = 8

export interface BusyWriter {
  /** Connects, brings what the server lacks and writes until the line breaks. Resolves when it is writing. */
  start(): Promise<void>
  /** Resolves when the line is broken. */
  stopped(): Promise<void>
  readonly ackedCount: number
}

export interface BusyWriterOptions {
  readonly person: TestPerson
  readonly journal: TestJournal
  readonly name: string
  readonly acked: AckedEdits
}

export function busyWriter({ person, journal, name, acked }: BusyWriterOptions): BusyWriter {
  const { documentId } = journal
  const doc = new Y.Doc()
  const text = doc.getText('scratch')
  let written = 0
  let ackedCount = 0
  /** Words the server has not acked, the oldest first. */
  let unacked: string[] = []
  let running: Promise<void> = Promise.resolve()

  const write = (client: WireClient, words: Map<number, string[]>, frame: number) => {
    written += 1
    const word = `${name}.${written}`
    const update = updateOf(doc, () => text.insert(text.length, `${word} `))
    unacked.push(word)
    words.set(frame, [word])
    client.sendUpdate(update)
  }

  const run = async (client: WireClient): Promise<void> => {
    const words = new Map<number, string[]>([[1, unacked]])
    client.sendStep2(Y.encodeStateAsUpdate(doc))
    let sent = 1
    let told = 0
    while (client.isOpen) {
      const last = client.frames.findLast((frame) => frame.kind === 'ack')
      const count = last?.kind === 'ack' ? last.count : 0
      for (; told < count; told++) {
        for (const word of words.get(told + 1) ?? []) {
          acked.note({ documentId, word })
          ackedCount += 1
          unacked = unacked.filter((each) => each !== word)
        }
      }
      while (sent - told < WINDOW && client.isOpen) {
        sent += 1
        write(client, words, sent)
      }
      await client.changed()
    }
  }

  return {
    start: async () => {
      const client = await openWire(person, journal)
      await client.join()
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(client.doc))
      running = run(client)
    },
    stopped: () => running,
    get ackedCount() {
      return ackedCount
    },
  }
}

function updateOf(doc: Y.Doc, act: () => void): Uint8Array {
  let update = new Uint8Array()
  const keep = (made: Uint8Array) => {
    update = new Uint8Array(made)
  }
  doc.on('update', keep)
  act()
  doc.off('update', keep)
  return update
}
