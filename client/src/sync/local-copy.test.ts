/**
 * When a local copy takes what is written: after the letter was painted, in one piece with what came meanwhile, and at once when the page is left.
 *
 * @vitest-environment jsdom
 */
import 'fake-indexeddb/auto'
import { newId } from '@tandem/shared/ids.ts'
import { expect, onTestFinished, test, vi } from 'vitest'
import * as Y from 'yjs'
import { type LocalCopy, openLocalCopy, type StorageState } from './local-copy.ts'
import { asked } from './testing/session-world.ts'

interface Device {
  readonly name: string
  readonly doc: Y.Doc
  readonly copy: LocalCopy
}

async function openDevice(name: string = newId(), told = (state: StorageState): void => expect.fail(`storage ${state}`)): Promise<Device> {
  const doc = new Y.Doc()
  const copy = openLocalCopy(name, doc, told)
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

/** The next record is refused by the disk, which the page hears only later. */
function refuseOnce(): void {
  const { add } = IDBObjectStore.prototype
  vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementationOnce(function (this: IDBObjectStore, value: unknown) {
    const request = add.call(this, value)
    this.transaction.abort()
    return request
  })
  onTestFinished(() => void vi.restoreAllMocks())
}

test('nothing is stored behind a record that was not: what is read again has no gap', async () => {
  const told = vi.fn<(state: StorageState) => void>()
  const device = await openDevice(newId(), told)
  const before = await countStored(device)
  holdPaint()
  refuseOnce()
  write(device, 'first')
  vi.advanceTimersByTime(0)
  write(device, 'second ')
  vi.advanceTimersByTime(0)
  await vi.waitFor(() => expect(told).toHaveBeenCalledWith('failed'))
  expect(await countStored(device)).toBe(before)
  const again = await openDevice(device.name)
  expect(again.doc.store.pendingStructs).toBeNull()
})

test('a page that is left while a record is on its way stores all of its words once more', async () => {
  const device = await openDevice(newId(), () => undefined)
  await countStored(device)
  holdPaint()
  refuseOnce()
  write(device, 'first')
  vi.advanceTimersByTime(0)
  write(device, 'second ')
  window.dispatchEvent(new Event('pagehide'))
  await countStored(device)
  const again = await openDevice(device.name)
  expect(again.doc.getText('words').toJSON()).toBe('second first')
})

test('what is written while a record is on its way is stored after it', async () => {
  const device = await openDevice()
  const before = await countStored(device)
  holdPaint()
  for (const word of ['c', 'b', 'a']) {
    write(device, word)
    vi.advanceTimersByTime(0)
  }
  await vi.waitFor(async () => expect(await countStored(device)).toBe(before + 2))
  const again = await openDevice(device.name)
  expect(again.doc.getText('words').toJSON()).toBe('abc')
})
