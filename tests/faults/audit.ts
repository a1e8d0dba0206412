/**
 * `node tests/faults/audit.ts <data folder> <file of acked edits> <silences>`: a program that wrote nothing itself opens the database a killed server left and
 * looks for every acked edit. Prints an Audit as JSON.
 */
import * as Y from 'yjs'
import { readStoredLog } from '../support/stored-log.ts'
import { readAckedEdits } from './acked-edits.ts'
import type { Audit, Silence } from './audit-report.ts'

const [dataDir, ackedFile, told = '[]'] = process.argv.slice(2)
if (!dataDir || !ackedFile) throw new Error('Name the data folder and the file of acked edits.')

const acked = readAckedEdits(ackedFile)
const silences = JSON.parse(told) as readonly Silence[]
const lost: string[] = []
const doubled: string[] = []
const repeated: string[] = []
for (const [documentId, edits] of Map.groupBy(acked, (edit) => edit.documentId)) {
  const counts = new Map<string, number>()
  const updates = readStoredLog(dataDir, documentId).flatMap((entry) => entry.updates)
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  for (const word of doc.getText('scratch').toJSON().split(' ')) counts.set(word, (counts.get(word) ?? 0) + 1)
  // A part that waits for something missing is no content.
  if (doc.store.pendingStructs) lost.push(`${documentId}: an entry builds on something that is not there`)
  if (hasRepetition(updates)) repeated.push(documentId)
  for (const { word } of edits) {
    const count = counts.get(word) ?? 0
    if (count === 0) lost.push(word)
    if (count > 1) doubled.push(word)
  }
}
const tooEarly = acked.filter(({ at }) => silences.some(({ from, to }) => at > from && at < to)).map(({ word }) => word)
const result: Audit = { checked: acked.length, lost, doubled, repeated, tooEarly }
console.log(JSON.stringify(result))

/** Whether an update brings only structs that an earlier one has brought. Deletions alone are no structs and are not looked at. */
function hasRepetition(updates: readonly Uint8Array[]): boolean {
  const known = new Map<number, number>()
  for (const update of updates) {
    const { structs } = Y.decodeUpdate(update)
    let isNew = structs.length === 0
    for (const { id, length } of structs) {
      const end = id.clock + length
      if (end <= (known.get(id.client) ?? 0)) continue
      isNew = true
      known.set(id.client, end)
    }
    if (!isNew) return true
  }
  return false
}
