/**
 * `node tests/faults/audit.ts <data folder> <file of acked edits> <silences>`: a program that wrote nothing itself opens the database a killed server left and
 * looks for every acked edit. Prints an Audit as JSON.
 */
import { readStoredDoc } from '../support/stored-log.ts'
import { readAckedEdits } from './acked-edits.ts'
import type { Audit, Silence } from './audit-report.ts'

const [dataDir, ackedFile, told = '[]'] = process.argv.slice(2)
if (!dataDir || !ackedFile) throw new Error('Name the data folder and the file of acked edits.')

const acked = readAckedEdits(ackedFile)
const silences = JSON.parse(told) as readonly Silence[]
const lost: string[] = []
const doubled: string[] = []
for (const [documentId, edits] of Map.groupBy(acked, (edit) => edit.documentId)) {
  const counts = new Map<string, number>()
  const doc = readStoredDoc(dataDir, documentId)
  for (const word of doc.getText('scratch').toJSON().split(' ')) counts.set(word, (counts.get(word) ?? 0) + 1)
  // A part that waits for something missing is no content.
  if (doc.store.pendingStructs) lost.push(`${documentId}: an entry builds on something that is not there`)
  for (const { word } of edits) {
    const count = counts.get(word) ?? 0
    if (count === 0) lost.push(word)
    if (count > 1) doubled.push(word)
  }
}
const tooEarly = acked.filter(({ at }) => silences.some(({ from, to }) => at > from && at < to)).map(({ word }) => word)
const result: Audit = { checked: acked.length, lost, doubled, tooEarly }
console.log(JSON.stringify(result))
