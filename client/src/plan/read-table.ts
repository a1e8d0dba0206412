/** Goals out of a table: CSV with any of the usual separators, cells pasted from a spreadsheet, or a table in Markdown. */
import Papa from 'papaparse'
import { findDay } from './find-day.ts'
import type { FoundGoal } from './parse-plan.ts'

/** How tables call their columns, in the languages there are. */
const GOAL = /^(goals?|objectives?|titles?|names?|development (goal|area)s?|what|ziele?|titel|bezeichnung|entwicklungsziele?|was)$/i
const DAY = /^(by|due( date)?|dates?|target( date)?|deadline|until|when|bis|fällig( am)?|termin|datum|frist|wann)$/i

/** Undefined when the text is no table. */
export function readTable(text: string): readonly FoundGoal[] | undefined {
  const rows = markdownRows(text) ?? delimitedRows(text)
  const [first, ...others] = rows ?? []
  if (!first || others.length === 0) return undefined
  const goal = first.findIndex((cell) => GOAL.test(cell.trim()))
  const day = first.findIndex((cell) => DAY.test(cell.trim()))
  const hasHeader = goal >= 0 || day >= 0
  const inColumn = Math.max(goal, 0)
  return (hasHeader ? others : [first, ...others]).map((row) => ({
    text: row[inColumn] ?? '',
    note: row
      .map((cell, index) => [hasHeader ? (first[index] ?? '').trim() : '', cell.trim(), index] as const)
      .filter(([, cell, index]) => cell !== '' && index !== inColumn && index !== day)
      .map(([name, cell]) => (name ? `${name}: ${cell}` : cell))
      .join('\n'),
    day: findDay(day >= 0 ? (row[day] ?? '') : row.join('\n')),
  }))
}

function markdownRows(text: string): readonly (readonly string[])[] | undefined {
  const lines = text.split('\n').map((line) => line.trim())
  const table = lines.filter((line) => line.startsWith('|') && line.length > 2)
  if (table.length < 2) return undefined
  return table
    .map((line) =>
      line
        .replace(/^\||\|$/g, '')
        .split(/(?<!\\)\|/)
        .map((cell) => cell.replaceAll('\\|', '|').trim()),
    )
    .filter((row) => !row.every((cell) => /^:?-+:?$/.test(cell)))
}

/** Prose has commas too: it is a table only with a header we know, or when every row has the same cells and none is a sentence with a list's sign before it. */
function delimitedRows(text: string): readonly (readonly string[])[] | undefined {
  const { data } = Papa.parse<string[]>(text, { skipEmptyLines: 'greedy', delimitersToGuess: [',', ';', '\t'] })
  const [first] = data
  if (!first || data.length < 2) return undefined
  if (first.some((cell) => GOAL.test(cell.trim())) && data.slice(1).every((row) => row.length <= first.length)) return data
  const isEven = first.length > 1 && data.every((row) => row.length === first.length)
  const isListed = data.some((row) => /^\s*([-*+•]|\d+[.)]|#+)\s/.test(row[0] ?? ''))
  return isEven && !isListed && (text.includes('\t') || text.includes(';') || /^\s*"/m.test(text)) ? data : undefined
}
