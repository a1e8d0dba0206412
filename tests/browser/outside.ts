/** What stands behind a browser, for a program without one: the person and their journal, and what the server knows of what they watched. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { succeed, type TestPerson } from '../support/people.ts'
import type { Visitor } from './scene.ts'

/** The person at a browser. */
export async function personOf({ name, address, context }: Visitor): Promise<TestPerson> {
  const cookies = await context.cookies()
  return { id: '', name, address, cookie: cookies.map((cookie) => `${cookie.name}=${cookie.value}`).join('; ') }
}

/** Their first journal. */
export async function findDocument(visitor: Visitor): Promise<{ readonly documentId: string }> {
  const { body } = await succeed<{ journals: { documentId: string }[] }>(await personOf(visitor), { path: '/api/journals' })
  const [journal] = body.journals
  if (!journal) throw new Error('There is no journal.')
  return journal
}

/** Waits until the server has read what others did to so many blocks of a journal, and has heard that this person watched all of it: none of it is news. */
export async function hasWatched(visitor: Visitor, { journal, blocks }: { readonly journal: string; readonly blocks: number }): Promise<void> {
  const person = await personOf(visitor)
  const known = async () => {
    const { changes } = (await succeed<{ changes: { target: string }[] }>(person, { path: `/api/journals/${journal}/changes?since=1` })).body
    return new Set(changes.map(({ target }) => target)).size
  }
  const news = async () => (await succeed<{ journals: unknown[] }>(person, { path: '/api/me/news' })).body.journals.length
  await expect.poll(known, { message: 'the server has read it' }).toBe(blocks)
  await expect.poll(news, { message: 'the server has heard who watched it' }).toBe(0)
}

/** Resolves when the server has heard that the page was left. To be called before. */
export function toldOfLeaving(page: Page): Promise<unknown> {
  return page.waitForResponse(
    (response) => response.url().endsWith('/watched') && (response.request().postDataJSON() as { isLeaving?: boolean }).isLeaving === true,
  )
}
