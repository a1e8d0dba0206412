// @vitest-environment jsdom
import type { JournalSummary } from '@tandem/shared/contracts/journals.ts'
import { listPages } from '@tandem/shared/document/journal-doc.ts'
import { expect, test, vi } from 'vitest'
import { oneWriter } from '../../../journal/testing/people-at-a-page.ts'
import { commandsWords } from '../../../words/commands.ts'
import type { CommandParts } from './command-parts.ts'
import { commandsOf } from './commands-of.ts'

const { groups } = commandsWords
const journal = { id: 'journal', title: 'Ana & Ben', role: 'owner', archivedAt: null, members: [{}, {}] } as unknown as JournalSummary

function scene(change: Partial<CommandParts> = {}) {
  const ana = oneWriter([
    { id: 'a', text: 'First' },
    { id: 'b', kind: 'goal', text: 'Second' },
  ])
  ana.caret('b')
  const pages = listPages(ana.doc)
  const told = vi.fn()
  const parts: CommandParts = {
    doc: ana.doc,
    journal,
    pages,
    page: pages[0],
    mayEdit: true,
    scene: { mayComment: true, begin: (target) => told('begin', target) },
    catchUp: { items: [{}] as unknown as CommandParts['catchUp']['items'], step: (by) => told('step', by), markSeen: () => told('seen') },
    editor: () => ana,
    onOpen: (page) => told('open', page),
    onNew: (page) => told('new', page),
    onPeople: () => told('people'),
    onComments: () => told('comments'),
    onChanges: () => told('changes'),
    onTool: (tool) => told('tool', tool),
    ...change,
  }
  const commands = commandsOf(parts, { go: (path) => told('go', path), paint: told, onUnarchive: () => told('unarchive') })
  const run = (id: string) => {
    const command = commands.find((each) => each.id === id)
    if (!command) throw new Error(`There is no command ${id}`)
    command.run()
  }
  return { ana, told, commands, ids: commands.map(({ id }) => id), run }
}

test('the palette has every kind of act, each name of a group once', () => {
  const { commands, ids } = scene()
  expect(new Set(commands.map(({ group }) => group))).toEqual(
    new Set(Object.values(groups).filter((group) => group !== groups.pages && group !== groups.journals)),
  )
  for (const id of ['comment', 'comment-page', 'comments', 'changes', 'next-change', 'seen']) expect(ids).toContain(id)
  for (const id of ['line-facts', 'line-up', 'line-down', 'line-duplicate', 'line-link', 'line-delete']) expect(ids).toContain(id)
  for (const id of ['page-rename', 'page-archive', 'save-template', 'journal-rename', 'journal-archive', 'journal-leave', 'export', 'people'])
    expect(ids).toContain(id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(new Set(commands.map(({ group, title }) => `${group}/${title}`)).size).toBe(commands.length)
})

test('acts on the line are about the block of the caret', () => {
  const { ana, run } = scene()
  run('line-up')
  expect(ana.page()).toEqual(['goal: Second', 'text: First'])
  run('line-duplicate')
  expect(ana.page()).toEqual(['goal: Second', 'goal: Second', 'text: First'])
  run('line-delete')
  expect(ana.page()).toEqual(['goal: Second', 'text: First'])
  run('turn-topic')
  expect(ana.page()).toContain('topic: Second')
})

test('comments, changes and the page are reached by name', () => {
  const { ana, told, run } = scene()
  run('comment')
  expect(told).toHaveBeenLastCalledWith('begin', { kind: 'block', block: 'b' })
  run('comments')
  expect(told).toHaveBeenLastCalledWith('comments')
  run('changes')
  expect(told).toHaveBeenLastCalledWith('changes')
  run('seen')
  expect(told).toHaveBeenLastCalledWith('seen')
  run('journal-rename')
  expect(told).toHaveBeenLastCalledWith('tool', { kind: 'journal', about: 'rename' })
  run('journal-leave')
  expect(told).toHaveBeenLastCalledWith('tool', { kind: 'journal', about: 'leave' })
  run('page-archive')
  expect(listPages(ana.doc)[0]?.archivedAt).toBeTypeOf('number')
})

test('who reads finds nothing to write with', () => {
  const { ids } = scene({ mayEdit: false, scene: { mayComment: false, begin: () => undefined }, journal: { ...journal, role: 'viewer' } })
  expect(ids.filter((id) => /^(line|turn|page|comment)-|^comment$|^journal-(?!leave)|^(meeting|note|template|plan)$/.test(id))).toEqual([])
  expect(ids).toContain('comments')
  expect(ids).toContain('journal-leave')
})

test('an archived journal can be brought back or left, and nothing else be asked of it', () => {
  const { ids } = scene({ mayEdit: false, journal: { ...journal, archivedAt: 5 } })
  expect(ids.filter((id) => id.startsWith('journal-'))).toEqual(['journal-back', 'journal-leave'])
})

test('who is alone in a journal is not asked whether to leave it', () => {
  expect(scene({ journal: { ...journal, members: journal.members.slice(1) } }).ids).not.toContain('journal-leave')
})
