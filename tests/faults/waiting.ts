/** What can be waited for of many writers at once, from this moment on. */
import { eventually } from '../support/eventually.ts'
import type { BusyWriter } from './busy-writer.ts'

/** Resolves when each of them was told since then that nothing can be stored, or had its oldest word stored all the same: nobody waits without knowing. */
export async function everybodyKnows(writers: readonly BusyWriter[], { since, within }: { readonly since: number; readonly within: number }): Promise<void> {
  const concerned = writers.map((writer) => ({ writer, oldest: writer.unsaved[0] }))
  const knows = ({ writer, oldest }: (typeof concerned)[number]) => writer.toldAt >= since || oldest === undefined || !writer.unsaved.includes(oldest)
  await eventually('everybody is told or acked', () => concerned.every(knows), within)
}

/** Resolves when everything that is unsaved now is acked. They may write on meanwhile. */
export async function everythingIsStored(writers: readonly BusyWriter[], within: number): Promise<void> {
  const before = writers.map((writer) => ({ writer, last: writer.unsaved.at(-1) }))
  const isStored = ({ writer, last }: (typeof before)[number]) => last === undefined || !writer.unsaved.includes(last)
  await eventually('everything is stored', () => before.every(isStored), within)
}
