import type { JournalId } from '@tandem/shared/ids.ts'
import { expect, test } from 'vitest'
import { factsToCopy, readCopiedFile } from './copied-file.ts'

const from = '01890a5d-ac96-774b-bcce-b302099a8057' as JournalId
const file = '01890a5d-ac96-774b-bcce-b302099a8058'
const facts = { file, name: 'whiteboard.png', type: 'image/png', bytes: 68, width: 40, height: 30 }

test('a file that is copied says in which journal it is', () => {
  expect(readCopiedFile(factsToCopy(facts, from))).toEqual({ from, file, name: 'whiteboard.png', size: { width: 40, height: 30 } })
  expect(readCopiedFile(factsToCopy({ file, name: 'Plan.pdf' }, from))).toEqual({ from, file, name: 'Plan.pdf', size: {} })
})

test('what is no file of a journal is copied as it is', () => {
  expect(factsToCopy({ owner: 'ben' }, from)).toEqual({ owner: 'ben' })
  expect(readCopiedFile(facts)).toBeUndefined()
  expect(readCopiedFile({ ...facts, fromJournal: '../me' })).toBeUndefined()
  expect(readCopiedFile({ ...facts, file: 'x/../../me', fromJournal: from })).toBeUndefined()
})
