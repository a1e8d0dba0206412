/** Ana is without network while Ben works on two pages and says things beside them: afterwards she is told all of it, steps through it across pages, and has seen it on every device, though she said so offline. */
import { catchUpWords } from '@tandem/client/words/catch-up.ts'
import { pageWords } from '@tandem/client/words/page.ts'
import { viewsWords } from '@tandem/client/words/views.ts'
import { words } from '@tandem/client/words/words.ts'
import { listPages } from '@tandem/shared/document/journal-doc.ts'
import type { Locator, Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { checkIn, comment, commitment } from '../http/rows.ts'
import { eventually } from '../support/eventually.ts'
import { journalActs } from '../support/journal-acts.ts'
import { succeed } from '../support/people.ts'
import { joinStock } from '../support/stock-client.ts'
import { inspect } from './inspect-screen.ts'
import { findDocument, hasWatched, personOf, toldOfLeaving } from './outside.ts'
import { blockWith, placeCaret, typeAtCaret } from './page-words.ts'
import { pairOnLine, worksWithoutNetwork } from './pair-on-line.ts'
import { openScene, PHONE, type Visitor } from './scene.ts'
import { waitUntilSaved } from './screen-steps.ts'
import { atSecondDevice } from './second-device.ts'

const bar = (page: Page): Locator => page.getByRole('region', { name: catchUpWords.region })
const told = (page: Page, count: number): Promise<void> =>
  bar(page)
    .getByText(`${catchUpWords.changes(count)} ${catchUpWords.by('Ben')}`)
    .waitFor()
const currentNote = (page: Page): Promise<string | null> => page.locator('[data-change-current] .change-note').textContent()

/** How many answers about changes this browser keeps. */
function keptAnswers(): number {
  return Object.keys(localStorage).filter((name) => name.endsWith('/changes')).length
}

/** Makes what this browser keeps of the changes an hour older. Answers how many answers those are. */
function keepLongAgo(): number {
  const names = Object.keys(localStorage).filter((name) => name.endsWith('/changes'))
  for (const name of names) {
    const kept = JSON.parse(localStorage.getItem(name) ?? '{}') as { readonly now: number }
    localStorage.setItem(name, JSON.stringify({ ...kept, now: kept.now - 3_600_000 }))
  }
  return names.length
}

/** Ben with a program of his own, in his first journal. */
async function outside(ben: Visitor) {
  const [person, { documentId }] = [await personOf(ben), await findDocument(ben)]
  const client = joinStock(person, { documentId })
  onTestFinished(() => client.close())
  await client.synced()
  const first = listPages(client.doc)[0]?.id
  if (!first) throw new Error('The journal has no page.')
  const journal = /\/j\/([^/]+)/.exec(ben.page.url())?.[1] ?? ''
  const say = (what: string, body: object) => succeed(person, { path: `/api/journals/${journal}/${what}`, body })
  return { ...journalActs(client.doc), first, vouch: say, journal }
}

test('two pages, rows and words of a time offline are told in place, stepped through, and seen offline for all devices', { timeout: 360_000 }, async () => {
  await using scene = await openScene()
  const { ben, ana, line } = await pairOnLine(scene)
  const bens = await outside(ben)
  await hasWatched(ana, { journal: bens.journal, blocks: 1 })
  // What she watches is no news, although the network goes before the server has heard of it.
  bens.add(bens.first, { kind: 'text', words: 'Watched to the last' })
  await blockWith(ana.page, 'Watched to the last').waitFor()
  line.cut()
  await expect.poll(() => ana.page.getByText(words.journal.notices.offline, { exact: false }).count()).toBeGreaterThan(0)

  const expectation = bens.add(bens.first, { kind: 'expectation', words: 'Ben answers within two days', facts: { direction: 'us' } })
  const goal = bens.add(bens.first, { kind: 'goal', words: 'Lead the migration' })
  const notes = bens.addPage('Notes')
  const action = bens.add(notes, { kind: 'action', words: 'Draft the RFC' })
  await bens.vouch('commitments', commitment({ block: expectation, words: 'Ben answers within two days' }))
  await bens.vouch('check-ins', checkIn({ block: goal, value: 55, sentence: 'Half way' }))
  const quote = { words: 'Draft the RFC', prefix: '', suffix: '', twins: 0, others: 0 }
  await bens.vouch('comments', comment({ anchor: { kind: 'block', page: notes, block: action, quote }, words: 'By Friday?' }))
  const phone = await atSecondDevice(scene, ana, { viewport: PHONE, colorScheme: 'dark', hasTouch: true })
  // At home she is told how much, before she opens it; and what is told there is what is told inside.
  const anas = await personOf(phone)
  const counted = async () => (await succeed<{ journals: { changes: number }[] }>(anas, { path: '/api/me/news' })).body.journals[0]?.changes
  await eventually('it is counted', async () => (await counted()) === 5, 30_000)
  await phone.page.goto('/')
  await phone.page.getByText(words.home.news(5, 'Ben')).waitFor()
  await phone.page.goto(`/j/${bens.journal}`)
  await told(phone.page, 5)

  line.heal()
  await told(ana.page, 4)
  await told(phone.page, 4)
  await expect.poll(() => blockWith(ana.page, 'Ben answers').locator('.change-note').textContent()).toContain(catchUpWords.said.committed())
  await ana.page.locator('main').focus()
  await ana.page.keyboard.press('j')
  await expect.poll(() => currentNote(ana.page)).toContain(catchUpWords.said.committed())
  await ana.page.keyboard.press('j')
  await expect.poll(() => currentNote(ana.page)).toContain(catchUpWords.said['checked-in'](['55', 'Half way'].join(pageWords.facts.separator)))
  await inspect(ana.page, 'catching-up-rows')
  // The new page itself, then what is on it.
  await ana.page.keyboard.press('j')
  await ana.page.waitForURL(new RegExp(notes))
  await bar(ana.page).getByText(catchUpWords.pageNews.added).waitFor()
  await ana.page.keyboard.press('j')
  await expect.poll(() => currentNote(ana.page)).toContain(catchUpWords.said.commented('By Friday?'))
  await inspect(phone.page, 'catching-up-phone-dark')

  line.cut()
  await bar(ana.page).getByRole('button', { name: catchUpWords.markSeen }).click()
  await bar(ana.page).waitFor({ state: 'detached' })
  await told(phone.page, 4)
  line.heal()
  await bar(phone.page).waitFor({ state: 'detached' })
  await expect.poll(() => phone.page.locator('.change').count()).toBe(0)
  // From nothing, so that the answer is this page's.
  const address = ana.page.url()
  await ana.page.goto('about:blank')
  const answered = ana.page.waitForResponse(/\/changes$/)
  await ana.page.goto(address)
  await blockWith(ana.page, 'Draft the RFC').waitFor()
  expect(await (await answered).json()).toMatchObject({ changes: [] })
  expect(await bar(ana.page).count()).toBe(0)

  // Since any day all of it is there again, seen or not.
  await ana.page.getByRole('button', { name: catchUpWords.open, exact: true }).click()
  await bar(ana.page).getByLabel(catchUpWords.sinceDay).fill('2020-01-01')
  await expect.poll(() => bar(ana.page).textContent()).toContain(catchUpWords.backToNews)
  await expect.poll(() => ana.page.locator('.change-note').allTextContents()).toContainEqual(expect.stringContaining(catchUpWords.said.commented('By Friday?')))
  await ana.page.getByRole('link', { name: new RegExp(`^${viewsWords.names.goals}`) }).click()
  await ana.page.getByText(viewsWords.goals.touched('Ben', '')).waitFor()
  await line.close()
  expect(scene.problems()).toEqual([])
})

test('who begins without network is told what came meanwhile, also after having looked at it', { timeout: 240_000 }, async () => {
  await using scene = await openScene()
  const { ben, ana, line } = await pairOnLine(scene)
  const bens = await outside(ben)
  const anas = { ...(await personOf(ana)), address: ben.address }
  await worksWithoutNetwork(ana.page)
  await blockWith(ana.page, 'We begin.').waitFor()
  await expect.poll(() => ana.page.evaluate(keptAnswers)).toBe(1)
  await ana.page.goto('/')
  await ana.page.getByRole('link', { name: 'Ana & Ben' }).first().waitFor()
  line.cut()
  bens.add(bens.first, { kind: 'goal', words: 'Lead the migration' })
  const counted = async () => (await succeed<{ journals: { changes: number }[] }>(anas, { path: '/api/me/news' })).body.journals[0]?.changes
  await eventually('it is counted', async () => (await counted()) === 1, 30_000)
  // She was here an hour ago: by the time the kept answer says, she would be looking already when Ben wrote.
  expect(await ana.page.evaluate(keepLongAgo)).toBe(1)
  await ana.page.goto(`/j/${bens.journal}`)
  await blockWith(ana.page, 'We begin.').waitFor()
  expect(await blockWith(ana.page, 'Lead the migration').count()).toBe(0)

  line.heal()
  await told(ana.page, 1)
  // The news comes by itself; what is live before her eyes from then on is watched, and told when she leaves.
  await blockWith(ana.page, 'Lead the migration').waitFor()
  await placeCaret(blockWith(ana.page, 'We begin.'))
  await typeAtCaret(ana.page, ' I am back.')
  await waitUntilSaved(ana.page)
  const isTold = toldOfLeaving(ana.page)
  await ana.page.getByRole('link', { name: words.journal.screen.home, exact: true }).click()
  await isTold
  expect(await counted()).toBe(1)
  await line.close()
  expect(scene.problems()).toEqual([])
})
