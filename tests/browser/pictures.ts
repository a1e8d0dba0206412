/** `pnpm pictures`: takes the pictures of the README from the real program, two people writing. Needs a built client and Chromium. */
import '@tandem/client/words/testing/speak-english.ts'
import { catchUpWords } from '@tandem/client/words/catch-up.ts'
import { words } from '@tandem/client/words/words.ts'
import { type Facts, writeFacts } from '@tandem/shared/document/facts.ts'
import { listPages } from '@tandem/shared/document/journal-doc.ts'
import { readBlocks } from '@tandem/shared/document/read-blocks.ts'
import type { BlockId } from '@tandem/shared/ids.ts'
import { mkdir } from 'node:fs/promises'
import { joinStock } from '../support/stock-client.ts'
import { ROOT } from '../support/steps.ts'
import { type Passage } from './first-day-words.ts'
import { cardWith, commentOn } from './comment-steps.ts'
import { findDocument, personOf } from './outside.ts'
import { blocks, blockWith, placeCaret, typeAtCaret } from './page-words.ts'
import { openScene, PHONE, type Visitor } from './scene.ts'
import { pageEditor, pairOnScreen, waitUntilSaved } from './screen-steps.ts'

const FOLDER = `${ROOT}tests/browser/screenshots/`

const PAGE: readonly Passage[] = [
  {
    at: 'What do you expect of yourself in this mentorship?',
    lines: ['Ana drives the agenda and brings topics two days before.', 'Ben answers within two days, and says so when he cannot.'],
  },
  { at: 'And what do you hope the other will do?', lines: ['We tell each other early when something is off.'] },
  { at: 'A theme is enough for now. Finding the goal can be the first goal.', lines: ['Lead the billing migration', 'Disagree with a director, and be heard'] },
  { at: 'A question you would like to bring to the first meeting', lines: ['How do I disagree with a director?'] },
  { at: 'One small thing that one of you does before you meet again', lines: ['Draft the RFC and send it to Priya', 'Ask Sam about the on-call rota'] },
  { at: 'Write anything, or press / for more', lines: ['Every second Thursday, thirty minutes. Notes go here'] },
]

await using scene = await openScene()
const ben = await scene.arrive('Ben')
const ana = await scene.arrive('Ana')
await pairOnScreen(ben, ana, { title: 'Ana & Ben' })
for (const { at, lines } of PAGE) {
  await placeCaret(blockWith(ben.page, at))
  for (const [index, line] of lines.entries()) {
    if (index > 0) await ben.page.keyboard.press('Enter')
    await typeAtCaret(ben.page, line, 1)
  }
}
await commentOn(ana.page, 'within two days', 'Two days is plenty, thank you.')
await tellFacts(ben, ana)
await waitUntilSaved(ben.page)

await ben.page.getByRole('button', { name: words.journal.screen.close }).click()
await cardWith(ben.page, 'Two days is plenty').waitFor()
// A comment is news to Ben: he has seen it.
await ben.page.getByRole('button', { name: catchUpWords.markSeen }).click()
await placeCaret(blockWith(ben.page, 'Lead the billing migration'))
await placeCaret(blocks(ana.page).last())
await typeAtCaret(ana.page, ', in this', 20)
await pageEditor(ben.page).getByText('in this').waitFor()
await mkdir(FOLDER, { recursive: true })
await take(ben, 'journal-light')
await ben.page.emulateMedia({ colorScheme: 'dark' })
await ben.page.locator('html[data-mantine-color-scheme=dark]').waitFor()
await take(ben, 'journal-dark')
await ana.page.setViewportSize(PHONE)
await pageEditor(ana.page).blur()
await take(ana, 'journal-phone')

async function take({ page }: Visitor, name: string): Promise<void> {
  await waitUntilSaved(page)
  // What stands beside the words follows them a moment after the window has changed.
  await page.waitForTimeout(600)
  await page.screenshot({ path: `${FOLDER}${name}.png` })
  console.log(`tests/browser/screenshots/${name}.png`)
}

/** Facts as the two would set them, written by a second connection of Ben's. */
async function tellFacts(owner: Visitor, other: Visitor): Promise<void> {
  const [me, partner] = [await idOf(owner), await idOf(other)]
  const facts: Readonly<Record<string, Facts>> = {
    'Ana drives': { by: partner, direction: 'myself' },
    'Ben answers': { by: me, direction: 'myself' },
    'We tell': { by: me, direction: 'us' },
    'Lead the': { status: 'on-track', target: '2027-03-30', support: 'guide', owner: partner },
    'Disagree with': { status: 'open', owner: partner, support: 'hold-to-account' },
    'How do I': { owner: partner, ask: 'sounding-board', state: 'open' },
    'Draft the': { owner: partner, due: '2027-01-15' },
    'Ask Sam': { owner: me, end: 'done', ended: '2026-11-20' },
  }
  const client = joinStock(await personOf(owner), await findDocument(owner))
  await client.synced()
  const page = listPages(client.doc)[0]
  for (const block of page ? readBlocks(client.doc, page.id) : []) {
    const known = Object.entries(facts).find(([start]) => block.text.startsWith(start))
    if (known) writeFacts(client.doc, block.id as BlockId, known[1])
  }
  await blockWith(owner.page, 'Ask Sam').and(owner.page.locator('[data-end=done]')).waitFor()
  client.close()
}

function idOf({ page }: Visitor): Promise<string> {
  return page.evaluate(() => fetch('/api/me').then((answer) => answer.json() as Promise<{ id: string }>)).then(({ id }) => id)
}
