/** What documents of the benchmark hold: a plausible text of a given size, and the recorded history of a real one. */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import * as Y from 'yjs'

const WORDS = 'we spoke about what went well this week and what to try until we meet again; the review is due in autumn'.split(' ')

/** A page of entries as an editor writes them, of about `bytes` as a Yjs update. */
export function makeDocument(bytes: number): Uint8Array {
  const doc = new Y.Doc()
  const page = doc.getXmlFragment('prose')
  let size = 0
  for (let line = 0; size < bytes; line += 1) {
    const text = Array.from({ length: 12 + (line % 17) }, (_, word) => WORDS[(line * 7 + word) % WORDS.length]).join(' ')
    const entry = new Y.XmlElement('entry')
    entry.setAttribute('id', `block-${line}`)
    entry.setAttribute('kind', line % 5 === 4 ? 'action' : 'text')
    entry.insert(0, [new Y.XmlText(text)])
    page.push([entry])
    size += text.length + 60
  }
  return Y.encodeStateAsUpdate(doc)
}

/** The updates of a recorded history: repeated `u32 little-endian length, bytes`, gzipped. */
export function readHistory(file: string): Uint8Array[] {
  const bytes = gunzipSync(readFileSync(file))
  const updates: Uint8Array[] = []
  for (let at = 0; at < bytes.length; ) {
    const end = at + 4 + bytes.readUInt32LE(at)
    updates.push(bytes.subarray(at + 4, end))
    at = end
  }
  return updates
}
