/** A journal as Markdown, out of this device's copy. For taking the words along when they cannot be saved; the full export is the server's. */
import { type Facts, readAllFacts } from '@tandem/shared/document/facts.ts'
import { type ListedPage, listPages, pageFragment } from '@tandem/shared/document/journal-doc.ts'
import { readMention } from '@tandem/shared/document/mentions.ts'
import { elementText, readBlock, topElements } from '@tandem/shared/document/read-blocks.ts'
import type { BlockId, Day } from '@tandem/shared/ids.ts'
import * as Y from 'yjs'
import { pageWords } from '../../words/page.ts'
import { viewsWords } from '../../words/views.ts'
import { type FactContext, factLine } from '../facts/fact-line.ts'
import type { People } from '../people.ts'

export interface TextOptions {
  readonly title: string
  readonly people: People
  /** Of the days in it. */
  readonly locale: string
}

/** A copy is read at any time: its days have their year, and none of them is late. */
const AT_ANY_TIME = '0001-01-01' as Day

export function journalText(doc: Y.Doc, { title, people, locale }: TextOptions): string {
  const facts = readAllFacts(doc)
  const pages = listPages(doc)
  const wordsById = new Map(
    pages.flatMap(({ id }) =>
      topElements(pageFragment(doc, id))
        .map(readBlock)
        .map((block) => [block.id, block.text]),
    ),
  )
  const context = { people, locale, today: AT_ANY_TIME, wordsOf: (id: string) => wordsById.get(id as BlockId) }
  return [`# ${title}`, ...pages.map((page) => pageText({ doc, page, facts, context }))].join('\n\n').concat('\n')
}

interface PageScene {
  readonly doc: Y.Doc
  readonly page: ListedPage
  readonly facts: ReadonlyMap<BlockId, Facts>
  readonly context: FactContext
}

function pageText({ doc, page, facts, context }: PageScene): string {
  const heading = `## ${[page.title, page.day].filter(Boolean).join(', ')}${page.archivedAt ? ` (${viewsWords.find.archived})` : ''}`
  const lines: string[] = []
  let wasList = false
  for (const element of topElements(pageFragment(doc, page.id))) {
    const block = readBlock(element)
    const line = blockLine(element, { kind: block.kind, indent: block.indent, facts: block.id ? (facts.get(block.id) ?? {}) : {}, context })
    const isList = LIST_SIGNS[block.kind] !== undefined
    if (line.trim() === '') continue
    lines.push((isList && wasList ? '\n' : '\n\n') + line)
    wasList = isList
  }
  return heading + lines.join('')
}

const LIST_SIGNS: Readonly<Record<string, string>> = { bullet: '- ', numbered: '1. ', action: '- [ ] ', expectation: '- ◇ ', goal: '- ◎ ', topic: '- ▸ ' }
const LINE_SIGNS: Readonly<Record<string, string>> = { heading1: '### ', heading2: '#### ', heading3: '##### ', quote: '> ' }

interface LineScene {
  readonly kind: string
  readonly indent: number
  readonly facts: Facts
  readonly context: FactContext
}

function blockLine(element: Y.XmlElement, { kind, indent, facts, context }: LineScene): string {
  if (kind === 'divider') return '---'
  if (kind === 'file') return [facts['name'], inlineText(element)].filter(Boolean).join(': ')
  if (kind === 'codeBlock') return `\`\`\`${element.getAttribute('language') ?? ''}\n${elementText(element)}\n\`\`\``
  const words = inlineText(element)
  const sign = kind === 'action' && facts['end'] === 'done' ? '- [x] ' : (LIST_SIGNS[kind] ?? LINE_SIGNS[kind] ?? '')
  const said = factLine(kind, facts, context)
    .map(({ text }) => text)
    .join(pageWords.facts.separator)
  // Four columns a level, so that a list below a numbered item is still its child.
  const margin = LIST_SIGNS[kind] ? '    '.repeat(indent) : ''
  return `${margin}${sign}${words}${said ? ` (${said})` : ''}`
}

const MARKS: Readonly<Record<string, (words: string, attributes: unknown) => string>> = {
  bold: (words) => `**${words}**`,
  italic: (words) => `*${words}*`,
  strike: (words) => `~~${words}~~`,
  code: (words) => `\`${words}\``,
  // The address of a mention is inside the journal: outside only its words say anything.
  link: (words, attributes) => (readMention(hrefOf(attributes)) ? words : `[${words}](${hrefOf(attributes)})`),
}

function hrefOf(attributes: unknown): string {
  return typeof attributes === 'object' && attributes !== null && 'href' in attributes ? String(attributes.href) : ''
}

function inlineText(element: Y.XmlElement): string {
  return element
    .toArray()
    .map((child) => {
      if (child instanceof Y.XmlText) return markedText(child)
      return child instanceof Y.XmlElement && child.nodeName === 'hardBreak' ? '  \n' : ''
    })
    .join('')
}

function markedText(text: Y.XmlText): string {
  const parts = text.toDelta() as { readonly insert: unknown; readonly attributes?: Readonly<Record<string, unknown>> }[]
  return parts
    .map(({ insert, attributes }) => Object.entries(attributes ?? {}).reduce((words, [mark, value]) => MARKS[mark]?.(words, value) ?? words, String(insert)))
    .join('')
}
