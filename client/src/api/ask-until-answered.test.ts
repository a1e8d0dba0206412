// @vitest-environment jsdom
import { list } from '@tandem/shared/contracts/journals.ts'
import { QueryObserver } from '@tanstack/react-query'
import { afterEach, expect, test, vi } from 'vitest'
import { askUntilAnswered } from './ask-until-answered.ts'
import { call } from './call.ts'
import { callOrKept } from './kept-answers.ts'
import { newQueryClient } from './query-client.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
  localStorage.clear()
})

/** A line to a server that can be cut, and a screen that shows what was read over it. */
async function atScreen(read: () => Promise<unknown>) {
  const line = { isCut: false, calls: 0 }
  vi.stubGlobal('fetch', async () => {
    line.calls += 1
    if (line.isCut) throw new TypeError('Failed to fetch')
    return Response.json({ journals: [] })
  })
  const queries = newQueryClient()
  const stop = new QueryObserver(queries, { queryKey: ['rows'], queryFn: read, retry: false }).subscribe(() => {})
  await vi.waitFor(() => expect(queries.getQueryData(['rows'])).toEqual({ journals: [] }))
  return { line, queries, stop }
}

/** Asks, and answers whether the answer has come. */
function ask(queries: ReturnType<typeof newQueryClient>) {
  const asked = { isAnswered: false }
  const asking = async () => {
    await askUntilAnswered(queries, ['rows'])
    asked.isAnswered = true
  }
  return { asked, done: asking() }
}

for (const [what, read] of [
  ['a kept answer', () => callOrKept(list, {})],
  ['none', () => call(list, {})],
] as const) {
  test(`without network, with ${what} standing in, it asks again as soon as somebody answers`, async () => {
    const { line, queries } = await atScreen(read)
    line.isCut = true
    const { asked, done } = ask(queries)
    await vi.waitFor(() => expect(line.calls).toBe(2))
    await vi.waitFor(() => expect(queries.isFetching()).toBe(0))
    expect(asked.isAnswered).toBe(false)
    line.isCut = false
    await call(list, {})
    await done
    expect(line.calls).toBe(4)
  })
}

test('what is not on the screen is asked for too: it would be shown as it was', async () => {
  const { line, queries, stop } = await atScreen(() => callOrKept(list, {}))
  stop()
  await ask(queries).done
  expect(line.calls).toBe(2)
})

test('however many wait, they ask once together, after what was asked before they came', async () => {
  const { line, queries } = await atScreen(() => callOrKept(list, {}))
  await Promise.all(Array.from({ length: 30 }, () => ask(queries).done))
  expect(line.calls).toBe(3)
})

test('a screen that is only coming up, with a kept answer, has the server’s own before it is over', async () => {
  const { queries, stop } = await atScreen(() => callOrKept(list, {}))
  stop()
  queries.clear()
  const { asked, done } = ask(queries)
  await call(list, {})
  expect(asked.isAnswered).toBe(false)
  const kept = { queryKey: ['rows'], queryFn: () => callOrKept(list, {}), initialData: { journals: [] }, initialDataUpdatedAt: 0 }
  new QueryObserver(queries, kept).subscribe(() => {})
  await done
  expect(queries.getQueryState(['rows'])).toMatchObject({ dataUpdateCount: 1, fetchStatus: 'idle' })
})
