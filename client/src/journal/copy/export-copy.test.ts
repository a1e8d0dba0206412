/**
 * A file handed to a person: its name, and that it is still there when the browser gets to it.
 *
 * @vitest-environment jsdom
 */
import { onTestFinished, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { exportCopy, fileName } from './export-copy.ts'

test('a copy is there for a minute after it was asked for: a browser may begin with the download later', () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const there = new Set<string>()
  Object.assign(URL, {
    createObjectURL: () => {
      there.add('blob:1')
      return 'blob:1'
    },
    revokeObjectURL: (url: string) => there.delete(url),
  })
  const clicked: string[] = []
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    clicked.push(`${this.download} ${this.href}`)
  })
  exportCopy(new Y.Doc(), 'document', { title: 'Ana & Ben' } as Parameters<typeof exportCopy>[2])
  expect(clicked).toEqual(['Ana-Ben.yjs blob:1'])
  vi.advanceTimersByTime(59_000)
  expect([...there]).toEqual(['blob:1'])
  vi.advanceTimersByTime(1_000)
  expect([...there]).toEqual([])
})

test.for([
  ['Ana & Ben: 2026/27', 'Ana-Ben-2026-27'],
  ['Żółć', 'Żółć'],
  ['…', 'journal'],
] as const)('a title becomes the name of a file: %s', ([title, name]) => {
  expect(fileName(title)).toBe(name)
})
