import type { JournalId, MailId, PersonId } from '@tandem/shared/ids.ts'
import { expect, test } from 'vitest'
import { composeNews } from './compose.ts'
import type { MailItem } from './load-news.ts'
import { HUES } from './mail-look.ts'
import type { Reader } from './reader.ts'

const COLOURS = ['color', 'background', 'border'] as const
const VOID = new Set(['meta', 'br'])

interface Element {
  readonly tag: string
  readonly classes: readonly string[]
  /** Which kinds of colour its own light style sets. */
  readonly coloured: readonly string[]
  readonly within: readonly Element[]
}

function colouredBy(style: string): string[] {
  const properties = style.split(';').map((rule) => rule.split(':')[0]?.trim() ?? '')
  const isOf = (property: string, colour: string) => property === colour || (colour === 'border' && /^border-(?!radius)/.test(property))
  return COLOURS.filter((colour) => properties.some((property) => isOf(property, colour)))
}

function elementsOf(html: string): Element[] {
  const all: Element[] = []
  const open: Element[] = []
  for (const [, end, tag = '', attributes = ''] of html.matchAll(/<(\/)?([a-z][a-z0-9]*)([^>]*)>/g)) {
    if (end) open.pop()
    if (end || VOID.has(tag)) continue
    const read = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(attributes)?.[1] ?? ''
    const element = { tag, classes: read('class').split(' '), coloured: colouredBy(read('style')), within: [...open] }
    open.push(element)
    all.push(element)
  }
  return all
}

/** Each selector of the dark rules with the kinds of colour it sets. */
function darkRulesOf(html: string): { readonly selector: string; readonly coloured: readonly string[] }[] {
  const dark = html.slice(html.indexOf('prefers-color-scheme: dark) {'), html.indexOf('</style>'))
  return [...dark.matchAll(/^\s+([^{}\n]+) \{ ([^}]+) \}/gm)].flatMap(([, selectors = '', body = '']) =>
    selectors.split(', ').map((selector) => ({ selector, coloured: colouredBy(body) })),
  )
}

function hits(selector: string, element: Element): boolean {
  const [own = '', ...around] = selector.split(' ').toReversed()
  const fits = ({ tag, classes }: Element, simple: string) => {
    const [wantedTag, ...wanted] = simple.split('.')
    return (wantedTag === '' || wantedTag === tag) && wanted.every((name) => classes.includes(name))
  }
  return fits(element, own) && around.every((simple) => element.within.some((outer) => fits(outer, simple)))
}

test('whatever the light look of a mail colours, its dark look colours too, and it names nothing that is not there', () => {
  const item = { kind: 'comment', by: 'Ben', hue: 0, at: 1, words: 'Two days.', page: null, block: null, thread: null } as const
  const items: MailItem[] = [
    ...HUES.map((_, hue) => ({ ...item, hue })),
    { ...item, by: null },
    { ...item, kind: 'reworded', was: 'Three days.' } as unknown as MailItem,
  ]
  const { html } = composeNews({
    id: 'mail' as MailId,
    reader: { person: 'ana' as PersonId, to: { name: 'Ana', address: 'ana@example.org' }, wishes: { language: 'en', timeZone: 'UTC' } } as Reader,
    addresses: { origin: 'https://tandem.example', stopPage: 'https://tandem.example/stop', stopCall: 'https://tandem.example/stop' },
    news: { journal: 'journal' as JournalId, title: 'Ana and Ben', changes: 2, items },
    earlier: [],
  })
  const [elements, rules] = [elementsOf(html), darkRulesOf(html)]
  const forgotten = elements.flatMap((element) => {
    const dark = rules.filter(({ selector }) => hits(selector, element)).flatMap(({ coloured }) => coloured)
    return element.coloured.filter((colour) => !dark.includes(colour)).map((colour) => `${element.tag}.${element.classes.join('.')}: ${colour}`)
  })
  expect(elements.filter(({ coloured }) => coloured.length > 0).length).toBeGreaterThan(30)
  expect(forgotten).toEqual([])
  expect(rules.filter(({ selector }) => !elements.some((element) => hits(selector, element))).map(({ selector }) => selector)).toEqual([])
})
