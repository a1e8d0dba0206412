/** Promise 6 over many connections at once: whatever is taken from somebody is taken within a second, from the call to the last of their tabs. */
import type { FailureCode } from '@tandem/shared/failure.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createJournal, invite, joinByName, signUp, succeed, type TestJournal, type TestPerson } from '../support/people.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { openWire, type WireClient } from '../support/wire-client.ts'

const PEOPLE = 25
const TABS = 8
const LIMIT_MS = 1000

interface Guest {
  readonly person: TestPerson
  readonly tabs: readonly WireClient[]
}

let server: TestServer
let ben: TestPerson
let journal: TestJournal
let guests: readonly Guest[]
beforeAll(async () => {
  server = await startServer({ env: { LIMIT_SIGN_INS: '0', LIMIT_CALLS: '0' } })
  ben = await signUp(server.address, 'Ben')
  journal = await createJournal(ben)
  const all: Guest[] = []
  for (let number = 0; number < PEOPLE; number++) {
    const person = await joinByName(server.address, await invite(ben, journal, { seat: 'third', role: 'editor' }), `Guest ${number}`)
    const tabs = await Promise.all(Array.from({ length: TABS }, () => openWire(person, journal)))
    await Promise.all(tabs.map((tab) => tab.join()))
    all.push({ person, tabs })
  }
  guests = all
})
afterAll(async () => {
  for (const { tabs } of guests) for (const tab of tabs) tab.close()
  await server.stop()
})

/** Does something to all these at once and takes the time from each call to each of the tabs that must feel it. */
async function worstOf(acts: readonly { readonly act: () => Promise<unknown>; readonly felt: readonly (() => Promise<unknown>)[] }[]): Promise<number> {
  const waits: number[] = []
  await Promise.all(
    acts.map(async ({ act, felt }) => {
      const began = performance.now()
      const feeling = felt.map((feel) => feel().then(() => waits.push(performance.now() - began)))
      await act()
      await Promise.all(feeling)
    }),
  )
  const sorted = waits.toSorted((a, b) => a - b)
  return sorted[Math.ceil(sorted.length * 0.99) - 1] ?? Number.NaN
}

/** The next refusal with this code on a tab. */
function next(tab: WireClient, code: FailureCode): () => Promise<unknown> {
  const count = () => tab.frames.filter((frame) => frame.kind === 'refused' && frame.code === code).length
  const before = count()
  return () => tab.heard(code, () => count() > before)
}

const closed = (tab: WireClient, code: number) => async () => expect(await tab.closed()).toMatchObject({ code })

test('[R19] a lowered role, over two hundred connections', async () => {
  const path = (id: string) => `/api/journals/${journal.id}/members/${id}`
  const p99 = await worstOf(
    guests.map(({ person, tabs }) => ({
      act: () => succeed(ben, { method: 'PATCH', path: path(person.id), body: { role: 'viewer' } }),
      felt: tabs.map((tab) => next(tab, 'role-changed')),
    })),
  )
  expect(p99).toBeLessThan(LIMIT_MS)
})

test('[R19] an archived journal, over two hundred connections', async () => {
  const felt = guests.flatMap(({ tabs }) => tabs.map((tab) => next(tab, 'role-changed')))
  expect(await worstOf([{ act: () => succeed(ben, { path: `/api/journals/${journal.id}/archive`, body: {} }), felt }])).toBeLessThan(LIMIT_MS)
  await succeed(ben, { path: `/api/journals/${journal.id}/unarchive`, body: {} })
})

test('[R19] ended sign-ins, over a hundred connections', async () => {
  const p99 = await worstOf(
    guests.slice(0, PEOPLE / 2).map(({ person, tabs }) => ({
      act: () => succeed(person, { path: '/api/auth/sign-out', body: {} }),
      felt: tabs.map((tab) => closed(tab, 4401)),
    })),
  )
  expect(p99).toBeLessThan(LIMIT_MS)
})

test('[R19] removed members, over a hundred connections', async () => {
  const p99 = await worstOf(
    guests.slice(PEOPLE / 2).map(({ person, tabs }) => ({
      act: () => succeed(ben, { method: 'DELETE', path: `/api/journals/${journal.id}/members/${person.id}` }),
      felt: tabs.map((tab) => closed(tab, 4404)),
    })),
  )
  expect(p99).toBeLessThan(LIMIT_MS)
})
