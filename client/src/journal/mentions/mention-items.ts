/** Who and what is offered behind an `@` or a `#`, and in which order. */
import { type StructuredKind, isStructuredKind, STRUCTURED_KINDS } from '@tandem/shared/document/kinds.ts'
import type { JournalIndex } from '@tandem/shared/document/journal-index.ts'
import { listPages } from '@tandem/shared/document/journal-doc.ts'
import type { EditorState } from '@tiptap/pm/state'
import { findBlockAt } from '../blocks/page-blocks.ts'
import { isCaptureAt } from '../capture/capture-place.ts'
import type { TypedRange } from '../completion/trigger.ts'
import { kindOf } from '../nodes/entry.ts'
import type { PageContext } from '../page-context.ts'
import type { People } from '../people.ts'

/** What choosing it does: becomes a fact of the block, or stands in its words. */
export type MentionUse = 'owner' | 'goal' | 'mention'

export interface MentionItem {
  readonly use: MentionUse
  readonly about: 'person' | 'block'
  readonly id: string
  /** The name, or the words of the block. */
  readonly name: string
  /** The kind of the block. */
  readonly kind?: string
}

interface Query extends TypedRange {
  readonly query: string
}

/** People whose name fits. In a block that may have an owner it comes first to give it one, until it has. */
export function findPersonItems(state: EditorState, context: PageContext, { from, query }: Query): readonly MentionItem[] {
  const typed = fold(query.trim())
  const people = context.factContext().people.all.filter(({ name }) => wordsOf(name).some((word) => word.startsWith(typed)) || fold(name).startsWith(typed))
  const offer = (how: MentionUse) => people.map(({ person, name }): MentionItem => ({ use: how, about: 'person', id: person, name }))
  const block = blockAt(state, from)
  if (!block || !('owner' in STRUCTURED_KINDS[block.kind].facts)) return offer('mention')
  const isOwnerMeant = isCaptureAt(state, from) || !context.facts.of(block.id)['owner']
  return isOwnerMeant ? [...offer('owner'), ...offer('mention')] : [...offer('mention'), ...offer('owner')]
}

/** Blocks whose words fit, goals first. In an action a goal comes first to be the one it serves, until it serves one. */
export function findBlockItems(
  state: EditorState,
  context: PageContext,
  { from, query, index }: Query & { readonly index: JournalIndex },
): readonly MentionItem[] {
  const asked = wordsOf(query)
  const own = findBlockAt(state.doc, from)?.node.attrs['id'] as unknown
  const fits = (text: string) => asked.every((word) => fold(text).includes(word))
  const found = listWithWords(context, index).filter(({ id, text }) => id !== own && fits(text))
  const ranked = found.toSorted((a, b) => rank(a.kind) - rank(b.kind))
  const mention = ranked.slice(0, MOST).map(({ id, kind, text }): MentionItem => ({ use: 'mention', about: 'block', id, kind, name: text.trim() }))
  const block = blockAt(state, from)
  if (block?.kind !== 'action') return mention
  const goals = mention.filter(({ kind }) => kind === 'goal').map((item): MentionItem => ({ ...item, use: 'goal' }))
  return isCaptureAt(state, from) || !context.facts.of(block.id)['goal'] ? [...goals, ...mention] : [...mention, ...goals]
}

/** As many as one looks through. */
const MOST = 8

function rank(kind: string): number {
  if (kind === 'goal') return 0
  if (isStructuredKind(kind)) return 1
  return kind.startsWith('heading') ? 2 : 3
}

function listWithWords(context: PageContext, index: JournalIndex) {
  const pages = listPages(context.doc).filter(({ archivedAt }) => !archivedAt)
  return pages.flatMap(({ id }) => index.blocksOf(id)).flatMap((block) => (block.id !== '' && block.text.trim() !== '' ? [{ ...block, id: block.id }] : []))
}

function blockAt(state: EditorState, pos: number): { readonly id: string; readonly kind: StructuredKind } | undefined {
  const node = findBlockAt(state.doc, pos)?.node
  const id = node?.attrs['id'] as unknown
  const kind = node ? kindOf(node) : ''
  return typeof id === 'string' && isStructuredKind(kind) ? { id, kind } : undefined
}

/** Whether what was typed is the whole name of one person, or the first name of only one. */
export function isNamedInFull(query: string, people: People): boolean {
  const typed = fold(query.trim())
  const named = people.all.filter(({ name }) => fold(name) === typed || wordsOf(name)[0] === typed)
  return named.length === 1
}

function wordsOf(text: string): string[] {
  return fold(text).split(/\s+/).filter(Boolean)
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
