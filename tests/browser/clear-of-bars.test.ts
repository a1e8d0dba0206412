/** The bars over the page never lie over what one writes, comes to by a key, or opened: on a wide screen, in a narrow window, and under a finger. */
import { pageWords } from '@tandem/client/words/page.ts'
import { viewsWords } from '@tandem/client/words/views.ts'
import { words } from '@tandem/client/words/words.ts'
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { blocks, blockWith, placeCaret, tapInto, typeAtCaret } from './page-words.ts'
import { openScene, PHONE, type VisitorOptions, WIDE } from './scene.ts'
import { createJournalOnScreen, pageEditor, pairOnScreen, signUpOnScreen } from './screen-steps.ts'

const LINES = 28

const topBar = (page: Page) => page.getByRole('region', { name: words.journal.screen.now })
const phoneBar = (page: Page) => page.getByRole('navigation', { name: words.journal.screen.bar })
const tools = (page: Page) => page.getByRole('toolbar', { name: pageWords.toolbar.docked })

/** How far what has the focus is from what is above and below it, CSS pixels: less than nothing under a bar. */
async function roomAroundFocus(page: Page, lowest: readonly Locator[]): Promise<{ readonly above: number; readonly below: number }> {
  const [top, focus] = [await boxOf(topBar(page)), await boxOf(page.locator(':focus'))]
  const edges = await Promise.all(lowest.map(async (bar) => (await boxOf(bar)).y))
  return { above: focus.y - (top.y + top.height), below: Math.min(page.viewportSize()?.height ?? 0, ...edges) - (focus.y + focus.height) }
}

/** Where it is, without moving the page as Playwright does to make sure that it is seen. */
async function boxOf(what: Locator) {
  return await what.evaluate((element) => {
    const { x, y, width, height } = element.getBoundingClientRect()
    return { x, y, width, height }
  })
}

/** The same of the caret's line. */
async function roomAroundCaret(page: Page, lowest: readonly Locator[]): Promise<{ readonly above: number; readonly below: number }> {
  const top = await boxOf(topBar(page))
  const caret = await page.evaluate(() => {
    const box = getSelection()?.getRangeAt(0).getBoundingClientRect()
    return { top: box?.top ?? Number.NaN, bottom: box?.bottom ?? Number.NaN }
  })
  const edges = await Promise.all(lowest.map(async (bar) => (await boxOf(bar)).y))
  return { above: caret.top - (top.y + top.height), below: Math.min(page.viewportSize()?.height ?? 0, ...edges) - caret.bottom }
}

interface Written {
  readonly name: string
  readonly options: VisitorOptions
  readonly bars: (page: Page) => Locator[]
}

const SCREENS: readonly Written[] = [
  { name: 'a wide screen', options: { viewport: WIDE }, bars: () => [] },
  { name: 'a narrow window', options: { viewport: PHONE }, bars: (page) => [phoneBar(page)] },
  { name: 'a phone', options: { viewport: PHONE, hasTouch: true }, bars: (page) => [phoneBar(page), tools(page)] },
]

for (const { name, options, bars } of SCREENS) {
  test(`[${name}] the caret goes down and up a long page and is always in sight`, { timeout: 240_000 }, async () => {
    await using scene = await openScene()
    const ben = await scene.arrive('Ben', options)
    const { page } = ben
    await signUpOnScreen(ben)
    await createJournalOnScreen(ben, { title: 'Ben alone', template: 'blank' })
    await (options.hasTouch ? tapInto(blocks(page).first()) : placeCaret(blocks(page).first()))
    await typeAtCaret(page, 'Line 0', 0)
    for (let line = 1; line < LINES; line += 1) {
      await page.keyboard.press('Enter')
      await typeAtCaret(page, `Line ${line}`, 0)
      await blockWith(page, `Line ${line}`).waitFor()
      const { below } = await roomAroundCaret(page, bars(page))
      expect(below, `after line ${line}`).toBeGreaterThanOrEqual(0)
    }
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(0)
    for (let line = LINES - 2; line >= 0; line -= 1) {
      await page.keyboard.press('ArrowUp')
      await expect.poll(() => page.evaluate(() => getSelection()?.anchorNode?.textContent)).toBe(`Line ${line}`)
      const { above } = await roomAroundCaret(page, bars(page))
      expect(above, `before line ${line}`).toBeGreaterThanOrEqual(0)
    }
    expect(scene.problems()).toEqual([])
  })
}

test('a finger put on the lowest line: the tools that come do not lie over it', { timeout: 240_000 }, async () => {
  await using scene = await openScene()
  const ben = await scene.arrive('Ben', { viewport: PHONE, hasTouch: true })
  const { page } = ben
  await signUpOnScreen(ben)
  await createJournalOnScreen(ben, { title: 'Ben alone', template: 'blank' })
  await tapInto(blocks(page).first())
  for (let line = 0; line < LINES; line += 1) {
    await typeAtCaret(page, `Line ${line}`, 0)
    await page.keyboard.press('Enter')
  }
  await pageEditor(page).blur()
  await tools(page).waitFor({ state: 'detached' })
  await page.evaluate(() => scrollTo(0, 200))
  // The lowest line that can be touched above the bar.
  const edge = (await boxOf(phoneBar(page))).y
  const lines = await Promise.all((await blocks(page).all()).map(async (line) => ({ line, box: await boxOf(line) })))
  const lowest = lines.findLast(({ box }) => box.y + box.height < edge)
  if (!lowest) throw new Error('No line is above the bar.')
  await tapInto(lowest.line)
  await tools(page).waitFor()
  await expect.poll(async () => (await roomAroundCaret(page, [tools(page)])).below).toBeGreaterThanOrEqual(0)
})

test('who reads on while the other writes stays where they are, also with the caret under the bar', { timeout: 240_000 }, async () => {
  await using scene = await openScene()
  const ben = await scene.arrive('Ben')
  const ana = await scene.arrive('Ana')
  await pairOnScreen(ben, ana, { title: 'Ana & Ben', template: 'blank' })
  await placeCaret(blocks(ben.page).first())
  for (let line = 0; line < LINES; line += 1) {
    await typeAtCaret(ben.page, `Line ${line}`, 0)
    await ben.page.keyboard.press('Enter')
  }
  await placeCaret(blockWith(ben.page, 'Line 8'))
  const { above } = await roomAroundCaret(ben.page, [])
  // The line lies half under the bar.
  await ben.page.evaluate((by) => scrollBy(0, by), above + 20)
  const before = await ben.page.evaluate(() => scrollY)
  expect((await roomAroundCaret(ben.page, [])).above).toBeLessThan(0)
  await placeCaret(blockWith(ana.page, 'Line 12'))
  await typeAtCaret(ana.page, ', says Ana')
  await blockWith(ben.page, 'Line 12, says Ana').waitFor()
  expect(await ben.page.evaluate(() => scrollY)).toBe(before)
  // And as soon as Ben writes himself he sees it.
  await typeAtCaret(ben.page, '!')
  await expect.poll(async () => (await roomAroundCaret(ben.page, [])).above).toBeGreaterThanOrEqual(0)
})

test('a panel that is higher than the room below its block keeps clear of the bar above', { timeout: 240_000 }, async () => {
  await using scene = await openScene()
  const ben = await scene.arrive('Ben', { viewport: { width: 1280, height: 600 } })
  const { page } = ben
  await signUpOnScreen(ben)
  await createJournalOnScreen(ben, { title: 'Ben alone', template: 'blank' })
  await placeCaret(blocks(page).first())
  for (let line = 0; line < LINES; line += 1) {
    if (line === LINES / 2) await typeAtCaret(page, '/g ')
    await typeAtCaret(page, line === LINES / 2 ? 'Lead the migration' : `Line ${line}`, 0)
    await page.keyboard.press('Enter')
  }
  const goal = blockWith(page, 'Lead the migration')
  for (const at of [120, 200, 280, 360, 440, 520]) {
    await page.evaluate((by) => scrollBy(0, by), (await boxOf(goal)).y - at)
    await placeCaret(goal)
    await page.keyboard.press('ControlOrMeta+;')
    const panel = page.getByRole('dialog', { name: pageWords.facts.title(pageWords.kinds['goal'] ?? '') })
    await panel.and(page.locator('[data-placed]')).waitFor()
    const [box, bar] = [await boxOf(panel), await boxOf(topBar(page))]
    expect(box.y, `beside a goal at ${at}`).toBeGreaterThanOrEqual(bar.y + bar.height)
    expect(box.y + box.height, `beside a goal at ${at}`).toBeLessThanOrEqual(600)
    await page.keyboard.press('Escape')
    await panel.waitFor({ state: 'hidden' })
  }
})

test('the caret stays above what is said of a file that could not be sent', { timeout: 240_000 }, async () => {
  await using scene = await openScene()
  const ben = await scene.arrive('Ben', { viewport: { width: 1280, height: 600 } })
  const { page } = ben
  await signUpOnScreen(ben)
  await createJournalOnScreen(ben, { title: 'Ben alone', template: 'blank' })
  await placeCaret(blocks(page).first())
  const picker = page.getByLabel(pageWords.files.pick, { exact: true })
  await picker.setInputFiles({ name: 'film.bin', mimeType: 'application/octet-stream', buffer: Buffer.alloc(10 * 1024 * 1024 + 1) })
  const told = page.getByRole('list', { name: pageWords.files.title }).getByRole('listitem')
  await told.getByRole('button', { name: pageWords.files.dismiss }).waitFor()
  for (let line = 0; line < LINES; line += 1) {
    await typeAtCaret(page, `Line ${line}`, 0)
    await blockWith(page, `Line ${line}`).waitFor()
    const { below } = await roomAroundCaret(page, [told])
    expect(below, `after line ${line}`).toBeGreaterThanOrEqual(0)
    await page.keyboard.press('Enter')
  }
  expect(await page.evaluate(() => scrollY)).toBeGreaterThan(0)
})

test('what the Tab key comes to is not under a bar, down a list and up again', { timeout: 240_000 }, async () => {
  await using scene = await openScene()
  const ben = await scene.arrive('Ben', { viewport: PHONE })
  const { page } = ben
  await signUpOnScreen(ben)
  await createJournalOnScreen(ben, { title: 'Ben alone', template: 'blank' })
  await placeCaret(blocks(page).first())
  await typeAtCaret(page, '[] ')
  for (let line = 0; line < LINES; line += 1) {
    await typeAtCaret(page, `Action ${line}`, 0)
    await page.keyboard.press('Enter')
  }
  await phoneBar(page).getByRole('link', { name: viewsWords.names.actions }).click()
  const boxes = page.getByRole('main').getByRole('checkbox')
  await expect.poll(() => boxes.count()).toBe(LINES)
  await boxes.first().focus()
  const isLast = () => boxes.last().evaluate((box) => box === document.activeElement)
  const isFirst = () => boxes.first().evaluate((box) => box === document.activeElement)
  while (!(await isLast())) {
    await page.keyboard.press('Tab')
    expect((await roomAroundFocus(page, [phoneBar(page)])).below).toBeGreaterThanOrEqual(0)
  }
  while (!(await isFirst())) {
    await page.keyboard.press('Shift+Tab')
    expect((await roomAroundFocus(page, [phoneBar(page)])).above).toBeGreaterThanOrEqual(0)
  }
})
