/** What can be done, by its name: the other thing that is looked for with the same field. Pure. */
import type { TablerIcon } from '@tabler/icons-react'
import { fold } from './fold-text.ts'

export interface Command {
  readonly id: string
  readonly title: string
  /** Commands of a group stand together. */
  readonly group: string
  /** Further words that find it. */
  readonly also?: string
  /** The keys that do the same. */
  readonly keys?: string
  /** A sign of its own, or that of a kind of block. */
  readonly sign: TablerIcon | string
  readonly run: () => void
}

/** All of them when nothing is asked; else those with every word in their name or group, names that begin so first. */
export function findCommands(asked: readonly string[], commands: readonly Command[]): readonly Command[] {
  if (asked.length === 0) return commands
  return commands
    .map((command, order) => ({ command, order, rank: rankOf(command, asked) }))
    .filter(({ rank }) => rank < NO_FIT)
    .toSorted((a, b) => a.rank - b.rank || a.order - b.order)
    .map(({ command }) => command)
}

const NO_FIT = 3

function rankOf({ title, group, also = '' }: Command, asked: readonly string[]): number {
  const name = fold(title)
  const all = fold(`${title} ${group} ${also}`)
  if (!asked.every((word) => all.includes(word))) return NO_FIT
  if (name.startsWith(asked[0] ?? '')) return 0
  return asked.every((word) => name.includes(word)) ? 1 : 2
}
