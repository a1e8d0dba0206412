/** A week of comments in a minute: a pair and a commenter, one of them on a phone without network for a while; nothing is ever gone. */
import { catchUpWords } from '@tandem/client/words/catch-up.ts'
import { commentWords as say } from '@tandem/client/words/comments.ts'
import { words } from '@tandem/client/words/words.ts'
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { LINE_HOST } from '../support/browser.ts'
import { startCuttableProxy } from '../support/cuttable-proxy.ts'
import { succeed } from '../support/people.ts'
import { findActive, MARKUP, watchForHits } from './attack-words.ts'
import { answer, cardWith, commentOn, litWords, removeLine, selectWords } from './comment-steps.ts'
import { personOf } from './outside.ts'
import { blocks, blockWith, placeCaret, readPage, typeAtCaret } from './page-words.ts'
import { openScene, PHONE } from './scene.ts'
import { createJournalOnScreen, inviteOnScreen, joinOnScreen, pageEditor, placeOf, signUpOnScreen, waitUntilSaved } from './screen-steps.ts'
import { atSecondDevice } from './second-device.ts'

const LINES = ['Ana drives the agenda and brings topics two days before.', 'Ben answers within two days.', 'We both say what does not work.']
const TIGHT = 'Two days is tight for me'
const PRAISE = 'This one matters most'

/** Opens the list of all threads, if it is not open. */
async function openComments(page: Page): Promise<void> {
  const list = page.getByRole('radiogroup', { name: say.filterLabel })
  await pageEditor(page).blur()
  if (!(await list.isVisible()))
    await page
      .getByRole('button', { name: /^Comments/ })
      .first()
      .click()
  await list.waitFor()
}

function catchUp(page: Page): Locator {
  return page.getByRole('region', { name: catchUpWords.region })
}

interface WatchedCards {
  /** Of each card what it begins with, and how far down it stood in each frame, px. */
  readonly places: readonly (readonly [words: string, tops: readonly number[]])[]
  readonly overlaps: number
}

/** In the page: where the cards of the margin stand, frame by frame, until asked. */
function watchCards(): { readonly stop: () => WatchedCards } {
  const tops = new Map<Element, number[]>()
  let overlaps = 0
  let isOver = false
  const look = (): void => {
    if (isOver) return
    const cards = [...document.querySelectorAll('[data-card]')].map((card) => ({ card, box: card.getBoundingClientRect() })).filter(({ box }) => box.height > 0)
    for (const { card, box } of cards) tops.set(card, [...(tops.get(card) ?? []), box.top])
    const inOrder = cards.map(({ box }) => box).toSorted((a, b) => a.top - b.top)
    overlaps += inOrder.filter((box, index) => box.top < (inOrder[index - 1]?.bottom ?? 0)).length
    requestAnimationFrame(look)
  }
  look()
  return {
    stop: () => {
      isOver = true
      return { places: [...tops].map(([card, all]) => [card.textContent, all] as const), overlaps }
    },
  }
}

/** Ben's Wednesday, told in place: words that are new, a line that is gone with what Cleo had said of it, and nothing else. */
async function seesWednesday(page: Page): Promise<void> {
  await catchUp(page)
    .getByText(new RegExp(`^${catchUpWords.changes(2)} .*Ben and Cleo`))
    .waitFor()
  await expect.poll(() => page.locator('.change-new').allTextContents()).toEqual(['From now on '])
  await expect.poll(() => page.locator('.change-gone-block del').allTextContents()).toEqual([LINES[2]])
  await expect.poll(() => page.locator('.change-added').count()).toBe(0)
}

test('two people and a commenter, one offline on a phone: everyone sees the same, and nothing is gone', { timeout: 360_000 }, async () => {
  await using scene = await openScene()
  const port = Number(new URL(scene.server.address).port)
  const line = await startCuttableProxy({ target: () => port, port, host: LINE_HOST })
  const ben = await scene.arrive('Ben')
  const ana = await scene.arrive('Ana', { address: `http://localhost:${port}`, viewport: PHONE, hasTouch: true })
  const cleo = await scene.arrive('Cleo')
  await signUpOnScreen(ben)
  await createJournalOnScreen(ben, { title: 'Ana & Ben', template: 'blank' })
  await joinOnScreen(ana, await inviteOnScreen(ben))
  await joinOnScreen(cleo, await inviteOnScreen(ben, { seat: 'third', role: 'commenter' }))
  await ben.page.getByRole('button', { name: words.journal.screen.close }).click()
  await placeCaret(blocks(ben.page).first())
  for (const [index, text] of LINES.entries()) {
    if (index > 0) await ben.page.keyboard.press('Enter')
    await typeAtCaret(ben.page, text, 1)
  }
  await waitUntilSaved(ben.page)

  // Monday: Ben comments by the keyboard alone and names Ana; the commenter comments with the mouse, and cannot write.
  await commentOn(ben.page, 'two days before', `${TIGHT}, @Ana.`)
  await expect.poll(() => litWords(ana.page)).toEqual(['two days before'])
  await expect.poll(() => readPage(cleo.page)).toEqual(LINES)
  await expect.poll(() => pageEditor(cleo.page).getAttribute('contenteditable')).toBe('false')
  await selectWords(cleo.page, 'say what does not work')
  await cleo.page.getByRole('button', { name: say.comment, exact: true }).click()
  await cleo.page.getByPlaceholder(say.placeholder).fill(PRAISE)
  await cleo.page.getByRole('button', { name: say.send, exact: true }).click()
  await expect.poll(() => litWords(ben.page)).toEqual(['two days before', 'say what does not work'])

  // What Ana has watched she has seen, and the server knows it before she is gone; two comments she has not read.
  const anas = await personOf(ana)
  const news = async () => (await succeed<{ journals: { changes: number }[] }>(anas, { path: '/api/me/news' })).body.journals.map(({ changes }) => changes)
  const journal = /\/j\/([^/]+)/.exec(ben.page.url())?.[1] ?? ''
  const known = async () => {
    const { changes } = (await succeed<{ changes: { target: string }[] }>(anas, { path: `/api/journals/${journal}/changes?since=1` })).body
    return new Set(changes.map(({ target }) => target)).size
  }
  await expect.poll(known).toBe(LINES.length)
  await expect.poll(news).toEqual([2])

  // Tuesday, in a tunnel: Ana reads and answers; it waits on her phone.
  await ana.page.getByRole('button', { name: say.open(2) }).waitFor()
  line.cut()
  await openComments(ana.page)
  await answer(ana.page, TIGHT, 'One day, then?')
  await ana.page.getByText(say.sending, { exact: true }).waitFor()

  // Wednesday: Ben deletes the line Cleo commented on, and rewrites the other. One thread is detached and listed, the other stays.
  await placeCaret(blockWith(ben.page, 'Ana drives'), 'start')
  await typeAtCaret(ben.page, 'From now on ', 1)
  await waitUntilSaved(ben.page)
  await removeLine(ben.page, LINES[2] ?? '')
  await expect.poll(() => litWords(cleo.page)).toEqual(['two days before'])
  await openComments(cleo.page)
  const detached = cleo.page.getByRole('region', { name: say.detachedTitle })
  await detached.getByText(PRAISE).waitFor()
  await detached.getByText('say what does not work').waitFor()

  // In the evening, at her desk, Ana sees exactly that; and on the phone, when it has network again. Seen at the desk it is seen on both.
  const desk = await atSecondDevice(scene, ana)
  await desk.page.goto(new URL(ben.page.url()).pathname)
  await seesWednesday(desk.page)

  // Thursday: Ana has network again; what she said arrives once. Ben takes the deletion back, and the thread returns by itself.
  line.heal()
  await seesWednesday(ana.page)
  await catchUp(desk.page).getByRole('button', { name: catchUpWords.markSeen }).click()
  for (const { page } of [desk, ana]) {
    await catchUp(page).waitFor({ state: 'detached' })
    await expect.poll(() => page.locator('.change').count()).toBe(0)
  }
  await desk.context.close()
  await cardWith(ben.page, TIGHT).getByText(say.answers(1)).or(cardWith(ben.page, TIGHT).getByText('One day, then?')).first().waitFor()
  await pageEditor(ben.page).focus()
  await ben.page.keyboard.press('ControlOrMeta+z')
  await expect.poll(() => litWords(cleo.page)).toEqual(['two days before', 'say what does not work'])
  await expect.poll(() => detached.count()).toBe(0)

  // While Ben writes between the two, their cards stand still and beside each other in every frame: once the one that came back has found its place.
  await expect.poll(() => litWords(ben.page)).toEqual(['two days before', 'say what does not work'])
  for (const said of [TIGHT, PRAISE]) await placeOf(cardWith(ben.page, said))
  const margin = await ben.page.evaluateHandle(watchCards)
  await placeCaret(blockWith(ben.page, LINES[1] ?? ''))
  await typeAtCaret(ben.page, ' Or says when', 30)
  await waitUntilSaved(ben.page)
  const { places, overlaps } = await margin.evaluate(({ stop }) => stop())
  expect(places.map(([card]) => card)).toEqual([expect.stringContaining(TIGHT), expect.stringContaining(PRAISE)])
  for (const [, tops] of places) expect(Math.max(...tops) - Math.min(...tops)).toBeLessThan(1)
  expect(overlaps).toBe(0)
  const besides = [ben.page.locator('.thread-mark').getByText('two days before'), cardWith(ben.page, TIGHT)]
  const [word = 0, card = Infinity] = await Promise.all(besides.map(async (each) => (await placeOf(each)).y))
  expect(Math.abs(card - word)).toBeLessThan(8)

  // Friday: one is settled, the other becomes an action below its words.
  await cardWith(ben.page, PRAISE).click()
  await cardWith(ben.page, PRAISE).getByRole('button', { name: say.makeAction }).click()
  await cardWith(ben.page, PRAISE).getByRole('button', { name: say.toAction }).waitFor()
  await expect.poll(() => readPage(ben.page)).toContain(PRAISE)
  await cardWith(ben.page, TIGHT).click()
  await cardWith(ben.page, TIGHT).getByText('One day, then?').waitFor()
  await cardWith(ben.page, TIGHT).getByRole('button', { name: say.resolve }).click()

  // Everyone sees the same.
  for (const { page } of [ben, ana, cleo]) {
    await openComments(page)
    await page.getByRole('radio', { name: say.filters.open }).click()
    await expect.poll(() => page.locator('[data-card]').filter({ hasText: PRAISE }).count()).toBeGreaterThan(0)
    await page.getByRole('radio', { name: say.filters.resolved }).click()
    const settled = cardWith(page, TIGHT).last()
    if ((await settled.getAttribute('data-open')) === null) await settled.click()
    await settled.getByText('One day, then?').waitFor()
    await expect.poll(() => settled.getByText('One day, then?').count()).toBe(1)
  }

  // The action leads back to its thread, though that is settled too by now.
  await ben.page.getByRole('radio', { name: say.filters.open }).click()
  const made = cardWith(ben.page.getByRole('complementary', { name: say.title }), PRAISE)
  if ((await made.getAttribute('data-open')) === null) await made.click()
  await made.getByRole('button', { name: say.resolve }).click()
  await blockWith(ben.page, PRAISE).locator('.entry-words').click()
  await blockWith(ben.page, PRAISE).locator('.entry-facts').click()
  await ben.page
    .getByRole('dialog')
    .getByRole('button', { name: say.madeOf('Cleo', true) })
    .click()
  await ben.page
    .locator('[data-card][data-open]')
    .getByText(say.resolvedBy('Ben', '').split(',')[0] ?? '')
    .first()
    .waitFor()
  await expect.poll(() => ben.page.locator('[data-card][data-open]').first().textContent()).toContain(PRAISE)
  expect(scene.problems()).toEqual([])
})

test('markup in a comment is words, in the margin and in the list', { timeout: 240_000 }, async () => {
  await using scene = await openScene()
  const ben = await scene.arrive('Ben')
  const hits = await watchForHits(ben.page)
  await signUpOnScreen(ben)
  await createJournalOnScreen(ben, { title: 'Ana & Ben', template: 'blank' })
  await placeCaret(blocks(ben.page).first())
  await typeAtCaret(ben.page, 'Something to talk about', 1)
  await ben.page.keyboard.press('Enter')
  await typeAtCaret(ben.page, 'Another', 1)
  await commentOn(ben.page, 'talk', 'First')
  // The next press on a line is where the next letter goes, wherever the keyboard was.
  await ben.page.getByPlaceholder(say.replyPlaceholder).focus()
  await placeCaret(blockWith(ben.page, 'Another'))
  await typeAtCaret(ben.page, ' line', 1)
  await expect.poll(() => readPage(ben.page)).toEqual(['Something to talk about', 'Another line'])
  await cardWith(ben.page, 'First').click()
  const field = ben.page.getByPlaceholder(say.replyPlaceholder)
  for (const attack of MARKUP) {
    await field.fill(attack)
    await ben.page.getByRole('button', { name: say.reply, exact: true }).click()
    // Said, and room for the next.
    await expect.poll(() => field.inputValue()).toBe('')
  }
  await openComments(ben.page)
  await waitUntilSaved(ben.page)
  expect(await findActive(ben.page)).toEqual([])
  expect(await hits()).toEqual([])
  expect(scene.problems()).toEqual([])
})
