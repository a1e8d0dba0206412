/**
 * When a local copy takes what is written: after the letter was painted, in one piece with what came meanwhile, and at once when the page is left.
 *
 * @vitest-environment jsdom
 */
import 'fake-indexeddb/auto'
import { newId } from '@tandem/shared/ids.ts'
import { expect, onTestFinished, test, vi } from 'vitest'
import * as Y from 'yjs'
import { type LocalCopy, openLocalCopy } from './local-copy.ts'

interface Device {
  readonly name: string
  readonly doc: Y.Doc
  readonly copy: LocalCopy
}

async function openDevice(name: string = newId()): Promise<Device> {
  const doc = new Y.Doc()
  const copy = openLocalCopy(name, doc, (state) => expect.fail(`storage ${state}`))
  expect(await copy.loaded).toBe('ready')
  onTestFinished(() => copy.close())
  return { name, doc, copy }
}

function write({ doc }: Device, words: string): void {
  doc.getText('words').insert(0, words)
}

async function countStored({ name }: Device): Promise<number> {
  const database = await asked(indexedDB.open(name))
  const count = await asked(database.transaction('updates').objectStore('updates').count())
  database.close()
  return count
}

function asked<Answer>(request: IDBRequest<Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error))
  })
}

/** Time stands still for what waits until the browser has painted; the database goes on. */
function holdPaint(): void {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
}

test('what is written in one go is stored in one piece, and not before the browser could paint', async () => {
  const device = await openDevice()
  const before = await countStored(device)
  holdPaint()
  write(device, 'b')
  write(device, 'a')
  expect(await countStored(device)).toBe(before)
  vi.advanceTimersByTime(0)
  expect(await countStored(device)).toBe(before + 1)
  const again = await openDevice(device.name)
  expect(again.doc.getText('words').toJSON()).toBe('ab')
})

test('a page that is left stores at once', async () => {
  const device = await openDevice()
  const before = await countStored(device)
  holdPaint()
  write(device, 'left')
  window.dispatchEvent(new Event('pagehide'))
  expect(await countStored(device)).toBe(before + 1)
})

test('what was written before closing is in the copy', async () => {
  const device = await openDevice()
  write(device, 'closed')
  await device.copy.close()
  const again = await openDevice(device.name)
  expect(again.doc.getText('words').toJSON()).toBe('closed')
})
