/** Content is never code, by whichever way it comes: names, titles, pasting, and updates no editor would write. */
import { viewsWords } from '@tandem/client/words/views.ts'
import { words } from '@tandem/client/words/words.ts'
import { factsOf, listPages, pageFragment, pagesOf } from '@tandem/shared/document/journal-doc.ts'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { eventually } from '../support/eventually.ts'
import { createJournal, invite, joinByName, signUp, tokenOf, type TestPerson } from '../support/people.ts'
import { joinStock } from '../support/stock-client.ts'
import { ADDRESSES, findActive, MARKUP, watchForHits } from './attack-words.ts'
import { openScene, type Scene, type Visitor } from './scene.ts'
import { pageEditor, waitUntilSaved } from './screen-steps.ts'

/** A browser in which this person is signed in, and what happened in it that must not. */
async function arriveAs(scene: Scene, person: TestPerson): Promise<{ visitor: Visitor; hits: () => Promise<string[]> }> {
  const visitor = await scene.arrive(person.name)
  const hits = await watchForHits(visitor.page)
  const [name = '', value = ''] = person.cookie.split(/=(.*)/s)
  await visitor.context.addCookies([{ name, value, url: person.address }])
  return { visitor, hits }
}

/** Where blocks of all pages are gathered. */
const VIEWS = ['agreement', 'goals', 'actions', 'topics'] as const

const UNDER_60 = MARKUP.filter((markup) => markup.length <= 60)

test('names and titles are words on every screen', { timeout: 240_000 }, async () => {
  await using scene = await openScene({ LIMIT_SIGN_INS: '0' })
  const { address } = scene.server
  const ben = await signUp(address, UNDER_60[1] ?? '')
  const { visitor, hits } = await arriveAs(scene, ben)
  for (const title of MARKUP) await createJournal(ben, { title })
  await visitor.page.goto('/')
  for (const title of MARKUP) await visitor.page.getByText(title.replaceAll('\t', ' '), { exact: true }).first().waitFor()
  expect(await findActive(visitor.page)).toEqual([])

  const journal = await createJournal(ben, { title: MARKUP[0] ?? '' })
  const doc = joinStock(ben, journal)
  await doc.synced()
  for (const name of UNDER_60) await joinByName(address, await invite(ben, journal, { seat: 'third', role: 'viewer' }), name)
  const first = listPages(doc.doc)[0]
  MARKUP.forEach((title, order) => {
    const page = new Y.Map<unknown>(Object.entries({ kind: 'note', title, order: 10 + order, [title]: title, day: title, archivedAt: title }))
    pagesOf(doc.doc).set(`${first?.id}-${order}`, page)
    doc.doc.getMap('pages').set(title, title)
  })
  await visitor.page.goto(`/j/${journal.id}`)
  await pageEditor(visitor.page).waitFor()
  await visitor.page.getByRole('button', { name: words.journal.screen.people }).first().click()
  for (const name of UNDER_60) await visitor.page.getByText(name, { exact: true }).first().waitFor()
  expect(await findActive(visitor.page)).toEqual([])

  const link = await invite(ben, journal, { seat: 'mentee', role: 'editor' })
  for (const path of [`/join/${tokenOf(link)}`, '/settings', '/j/%3Cscript%3E__hit(1)%3C/script%3E', '/join/%22%3E%3Cimg%20src=x%20onerror=__hit(1)%3E']) {
    await visitor.page.goto(path)
    await visitor.page.waitForLoadState('networkidle')
    expect(await findActive(visitor.page)).toEqual([])
    expect(await hits()).toEqual([])
  }
  doc.close()
  expect(scene.problems()).toEqual([])
})

test('an update that no editor of ours would write is shown as words, with no address that runs', { timeout: 240_000 }, async () => {
  await using scene = await openScene({ LIMIT_SIGN_INS: '0' })
  const ben = await signUp(scene.server.address, 'Ben')
  const journal = await createJournal(ben)
  const stock = joinStock(ben, journal)
  await stock.synced()
  const page = listPages(stock.doc)[0]
  if (!page) throw new Error('There is no page.')
  const fragment = pageFragment(stock.doc, page.id)
  stock.doc.transact(() => {
    MARKUP.forEach((markup, index) => fragment.push([hostileEntry(markup, index)]))
    ADDRESSES.forEach((href, index) => fragment.push([hostileLink(href, index)]))
  })
  stock.doc.transact(() => {
    MARKUP.forEach((markup, index) => {
      for (const field of ['owner', 'due', 'end', 'why', 'status', 'goal', 'ask', markup]) factsOf(stock.doc).set(`block-${index}/${field}`, markup)
    })
    stock.doc.getMap('facts').set('block-0/owner', { toString: MARKUP[1], name: MARKUP[1] })
  })

  const { visitor, hits } = await arriveAs(scene, ben)
  await visitor.page.goto(`/j/${journal.id}`)
  await pageEditor(visitor.page).waitFor()
  await visitor.page.getByText('link 11').waitFor()
  await eventually('all words are there', async () => (await pageEditor(visitor.page).innerText()).includes(MARKUP[1] ?? ''))
  expect(await findActive(visitor.page)).toEqual([])
  for (const link of await visitor.page.locator('[role=textbox] a').all()) await link.click({ modifiers: ['Control'], force: true })
  for (const button of (await visitor.page.locator('.entry-facts').all()).slice(0, 4)) await button.dispatchEvent('click')
  expect(await findActive(visitor.page)).toEqual([])
  expect(await hits()).toEqual([])
  for (const view of VIEWS) {
    await visitor.page.goto(`/j/${journal.id}/${view}`)
    await visitor.page.getByRole('heading', { name: viewsWords.titles[view] }).first().waitFor()
    await visitor.page.locator('main li[data-block]').first().waitFor()
    expect(await findActive(visitor.page)).toEqual([])
    expect(await hits()).toEqual([])
  }
  expect(
    visitor.context
      .pages()
      .map((each) => new URL(each.url()).protocol)
      .filter((protocol) => !/^(https?|about|chrome-error):$/.test(protocol)),
  ).toEqual([])
  stock.close()
  expect(scene.problems()).toEqual([])
})

test('a page with elements we do not know is not opened, and stays as it is', { timeout: 240_000 }, async () => {
  await using scene = await openScene({ LIMIT_SIGN_INS: '0' })
  const ben = await signUp(scene.server.address, 'Ben')
  const journal = await createJournal(ben)
  const stock = joinStock(ben, journal)
  await stock.synced()
  const page = listPages(stock.doc)[0]
  if (!page) throw new Error('There is no page.')
  const fragment = pageFragment(stock.doc, page.id)
  stock.doc.transact(() => {
    for (const name of ['script', 'iframe', 'img']) {
      const element = new Y.XmlElement(name)
      for (const [attribute, value] of Object.entries({ src: 'javascript:__hit(1)', onerror: '__hit(1)', onload: '__hit(1)' }))
        element.setAttribute(attribute, value)
      element.insert(0, [new Y.XmlText('__hit(1)')])
      fragment.push([element])
    }
  })
  const before = fragment.toJSON()
  const { visitor, hits } = await arriveAs(scene, ben)
  await visitor.page.goto(`/j/${journal.id}`)
  await visitor.page.getByText(words.journal.notices.newerContent).waitFor()
  expect(await findActive(visitor.page)).toEqual([])
  expect(await hits()).toEqual([])
  expect(fragment.toJSON()).toBe(before)
  stock.close()
  expect(scene.problems()).toEqual([])
})

test('what is pasted is never code', { timeout: 240_000 }, async () => {
  await using scene = await openScene({ LIMIT_SIGN_INS: '0' })
  const ben = await signUp(scene.server.address, 'Ben')
  const journal = await createJournal(ben)
  const { visitor, hits } = await arriveAs(scene, ben)
  await visitor.page.goto(`/j/${journal.id}`)
  const editor = pageEditor(visitor.page)
  await editor.waitFor()
  await editor.click()
  for (const html of [...MARKUP, ...ADDRESSES.map((address) => `<a href="${address.replaceAll('"', '&quot;')}">linked</a>`)]) {
    for (const data of [{ 'text/html': html }, { 'text/plain': html }]) {
      await editor.evaluate((element, given) => {
        const clipboardData = new DataTransfer()
        for (const [type, text] of Object.entries(given)) clipboardData.setData(type, text ?? '')
        element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
      }, data)
    }
  }
  await waitUntilSaved(visitor.page)
  expect(await findActive(visitor.page)).toEqual([])
  expect(await hits()).toEqual([])
  await visitor.page.reload()
  await editor.waitFor()
  await visitor.page.getByText('linked').first().waitFor()
  expect(await findActive(visitor.page)).toEqual([])
  expect(await hits()).toEqual([])
  expect(scene.problems()).toEqual([])
})

/** A line whose every attribute is an attack, and more attributes than a line has. */
function hostileEntry(markup: string, index: number): Y.XmlElement {
  const entry = new Y.XmlElement('entry')
  const kinds = ['text', 'action', 'goal', 'expectation', 'topic', markup]
  const attributes = {
    id: `block-${index}`,
    kind: kinds[index % kinds.length] ?? '',
    hint: markup,
    onclick: '__hit(1)',
    style: 'x',
    class: markup,
    indent: markup,
  }
  for (const [name, value] of Object.entries(attributes)) entry.setAttribute(name, value)
  entry.insert(0, [new Y.XmlText(`${markup} `)])
  return entry
}

function hostileLink(href: string, index: number): Y.XmlElement {
  const entry = new Y.XmlElement('entry')
  entry.setAttribute('id', `link-${index}`)
  const text = new Y.XmlText()
  text.insert(0, `link ${index}`, { link: { href, target: '_self', onclick: '__hit(1)', class: href } })
  entry.insert(0, [text])
  return entry
}
