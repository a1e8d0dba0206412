/** The thread that understands documents, asked directly. */
import { createSnapshotter, type Snapshotter } from '@tandem/server/log/snapshotter.ts'
import { expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import { docOf, entryOf, textOf, writer } from './log-scene.ts'
import { ANA, sqliteStore } from './store.ts'

async function openSnapshotter(): Promise<Snapshotter> {
  const snapshotter = createSnapshotter((await sqliteStore()).log)
  onTestFinished(() => snapshotter.close())
  return snapshotter
}

test('bytes that are no update fail their job, and the next one is done', async () => {
  const snapshotter = await openSnapshotter()
  await expect(snapshotter.diff(new Uint8Array([9, 9, 9]), new Uint8Array([0]))).rejects.toThrow('Unexpected end of array')
  const updates = writer(1).type('May')
  expect(textOf(docOf([{ ...entryOf({ id: 'one', author: ANA, updates: await snapshotter.merge([updates]) }), seq: 1 }]))).toBe('May')
})

test('[L8] each list is merged into its own update, in their order, also where they are too long for one question', async () => {
  const snapshotter = await openSnapshotter()
  const texts = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(letter === 'c' ? 3 : 150_000))
  const lists = texts.map((text) => {
    const doc = new Y.Doc()
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    doc.getText('words').insert(0, text)
    doc.getText('words').insert(text.length, '.')
    return updates
  })
  const merged = await snapshotter.merge(lists)
  const read = merged.map((update) => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, update)
    return doc.getText('words').toJSON()
  })
  expect(read).toEqual(texts.map((text) => `${text}.`))
  expect(await snapshotter.merge([])).toEqual([])
})
