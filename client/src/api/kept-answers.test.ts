// @vitest-environment jsdom
import { list } from '@tandem/shared/contracts/journals.ts'
import { Failure } from '@tandem/shared/failure.ts'
import { afterEach, expect, test, vi } from 'vitest'
import { call } from './call.ts'
import { callOrKept, forgetKeptAnswers } from './kept-answers.ts'
import { Unreachable } from './unreachable.ts'

/** The network, as a page sees it. */
function theServer(answers: () => Response): void {
  vi.stubGlobal('fetch', () => Promise.resolve().then(answers))
}

function noNetwork(): Response {
  throw new TypeError('Failed to fetch')
}

afterEach(() => {
  vi.unstubAllGlobals()
  localStorage.clear()
})

test('a refusal is thrown with its code', async () => {
  theServer(() => Response.json({ code: 'not-allowed', message: '…' }, { status: 403 }))
  await expect(call(list, {})).rejects.toEqual(new Failure('not-allowed'))
})

test('a page of a proxy is nobody’s answer', async () => {
  theServer(() => new Response('<html>Bad gateway</html>', { status: 502 }))
  await expect(call(list, {})).rejects.toBeInstanceOf(Unreachable)
})

test('without network the last answer stands in', async () => {
  theServer(() => Response.json({ journals: [] }))
  await callOrKept(list, {})
  theServer(noNetwork)
  expect(await callOrKept(list, {})).toEqual({ journals: [] })
})

test('a refusal is never covered by a kept answer', async () => {
  theServer(() => Response.json({ journals: [] }))
  await callOrKept(list, {})
  theServer(() => Response.json({ code: 'signed-out', message: '…' }, { status: 401 }))
  await expect(callOrKept(list, {})).rejects.toEqual(new Failure('signed-out'))
})

test('what was kept is gone when it is forgotten, and nothing else', async () => {
  theServer(() => Response.json({ journals: [] }))
  await callOrKept(list, {})
  localStorage.setItem('tandem:appearance', 'dark')
  forgetKeptAnswers()
  theServer(noNetwork)
  await expect(callOrKept(list, {})).rejects.toBeInstanceOf(Unreachable)
  expect(localStorage.getItem('tandem:appearance')).toBe('dark')
})
