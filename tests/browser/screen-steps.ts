/** What people do on the screens around the page, by the names and labels anybody sees or hears. */
import { peopleWords } from '@tandem/client/words/people.ts'
import { words } from '@tandem/client/words/words.ts'
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { eventually } from '../support/eventually.ts'
import { PASSWORD } from '../support/people.ts'
import type { Visitor } from './scene.ts'

let emails = 0

/** Creates an account on the screen and ends on the home screen. */
export async function signUpOnScreen({ page, name }: Visitor): Promise<string> {
  emails += 1
  const email = `${name.toLowerCase()}-${emails}@example.org`
  await page.goto('/')
  await page.getByRole('link', { name: words.signIn.switchToNewLink }).click()
  await page.getByLabel(words.signIn.name).fill(name)
  await page.getByLabel(words.signIn.email).fill(email)
  await page.getByLabel(words.signIn.password, { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: words.signIn.submitNew }).click()
  await page.getByRole('link', { name: words.home.newJournal }).first().waitFor()
  return email
}

export interface NewJournal {
  readonly title: string
  readonly seat?: 'mentor' | 'mentee'
  readonly template?: 'fresh-start' | 'blank'
}

/** Creates a journal from the home screen and ends in it, ready to write. */
export async function createJournalOnScreen({ page }: Visitor, { title, seat = 'mentor', template = 'fresh-start' }: NewJournal): Promise<void> {
  await page.getByRole('link', { name: words.home.newJournal }).first().click()
  await page.getByLabel(words.newJournal.name).fill(title)
  await page.getByRole('radio', { name: words.newJournal[seat] }).check()
  await page.getByRole('radio', { name: words.newJournal.templates[template].name }).check()
  await page.getByRole('button', { name: words.newJournal.submit }).click()
  await pageEditor(page).waitFor()
}

/** Opens the panel of people, if it is not open. */
export async function openPeople(page: Page): Promise<void> {
  const people = page.getByRole('list', { name: peopleWords.title })
  // While one writes on a phone the tools for writing stand where the bar is, until the keyboard is put away.
  await pageEditor(page).blur()
  if (!(await people.isVisible()))
    await page.getByRole('button', { name: new RegExp(`^(${words.journal.screen.people}|${words.journal.screen.peopleShort})$`) }).click()
  await people.waitFor()
}

export interface Invited {
  readonly seat?: 'mentor' | 'mentee' | 'third'
  readonly role?: 'owner' | 'editor' | 'commenter' | 'viewer'
}

/** Makes an invitation in the people panel and takes its link. */
export async function inviteOnScreen({ page }: Visitor, { seat = 'mentee', role = 'editor' }: Invited = {}): Promise<string> {
  await openPeople(page)
  const seats = page.getByLabel(peopleWords.seat, { exact: true })
  const another = page.getByRole('button', { name: peopleWords.another })
  const makeRoom = async () => {
    // The link before goes when it is pressed away, and by itself when it has been used: that may happen under the finger.
    await another.evaluateAll((buttons) => buttons.forEach((button) => (button as HTMLElement).click()))
    return seats.isVisible()
  }
  await eventually('another link can be made', makeRoom, 30_000)
  await seats.selectOption(seat)
  await page.getByLabel(peopleWords.role, { exact: true }).selectOption(role)
  await page.getByRole('button', { name: peopleWords.make }).click()
  return page.getByLabel(peopleWords.link).inputValue()
}

/** Gives somebody another role in the open panel of people, and waits until the server has taken it. */
export async function changeRole(page: Page, name: string, role: 'editor' | 'commenter' | 'viewer'): Promise<void> {
  const taken = page.waitForResponse((response) => response.request().method() === 'PATCH' && response.url().includes('/members/'))
  await page.getByLabel(peopleWords.roleOf(name)).selectOption(role)
  expect((await taken).ok()).toBe(true)
}

/** Chooses one of several beside each other by its words, as a finger does: its circle is not to be seen. */
export async function choose(radio: Locator): Promise<void> {
  await radio.locator('..').click()
  await expect.poll(() => radio.isChecked()).toBe(true)
}

/** Waits until something has stopped moving, for what is done by coordinates, and answers where it stands. */
export async function placeOf(what: Locator): Promise<{ readonly x: number; readonly y: number; readonly width: number; readonly height: number }> {
  // Two frames in a row in one place, and in sight.
  await what.scrollIntoViewIfNeeded()
  const box = await what.boundingBox()
  if (!box) throw new Error('It is nowhere.')
  return box
}

/** Makes a note and ends in its first line, below the title. */
export async function addNoteOnScreen(page: Page, title: string): Promise<void> {
  const { newPage, newNote, renameLabel } = words.journal.pages
  await page.getByRole('button', { name: newPage }).click()
  await page.getByRole('menuitem', { name: newNote }).click()
  // Until then the page before is on the screen, and would get the letters.
  await page.getByRole('main').getByRole('textbox', { name: renameLabel }).and(page.locator(':focus')).waitFor()
  await page.keyboard.type(title)
  await page.keyboard.press('Enter')
  await pageEditor(page).and(page.locator(':focus')).waitFor()
  await page.getByRole('link', { name: title, exact: true }).waitFor()
}

/** Opens the palette, or finding, by its keys: the next letters are for its field. */
export async function openPalette(page: Page, keys: 'Control+k' | 'Control+Shift+F' = 'Control+k'): Promise<void> {
  await page.keyboard.press(keys)
  await page.getByRole('dialog').getByRole('combobox').and(page.locator(':focus')).waitFor()
}

/** Opens a link as somebody nobody knows, types a name, and is in the journal. */
export async function joinOnScreen({ page, name, address }: Visitor, url: string): Promise<void> {
  await page.goto(address + new URL(url).pathname)
  await page.getByLabel(words.join.name).fill(name)
  await page.getByRole('button', { name: new RegExp(`^(${words.join.submit}|${words.join.submitReader})$`) }).click()
  await pageEditor(page).waitFor()
}

/** The words of the open page. */
export function pageEditor(page: Page): Locator {
  return page.locator('[role=textbox][aria-multiline=true], main [role=document]')
}

/** Where it says what is saved. */
export function saveBadge(page: Page): Locator {
  return page.getByRole('button', { name: words.journal.save.details })
}

/** Waits until everything this person wrote is committed on the server. */
export async function waitUntilSaved(page: Page): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${words.journal.save.saved}\\b.*${words.journal.save.details}`) }).waitFor()
}

/** Ben, who made the journal, and Ana, who opened his link: both in it. */
export async function pairOnScreen(ben: Visitor, ana: Visitor, journal: NewJournal): Promise<string> {
  await signUpOnScreen(ben)
  await createJournalOnScreen(ben, journal)
  const url = await inviteOnScreen(ben)
  await joinOnScreen(ana, url)
  return url
}
