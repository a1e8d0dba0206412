/** Prints the table: a row per figure, a column per system, and what of it is reached. */
import { judge, shownAmount } from './goals.ts'
import type { Row, Scenario } from './scenario.ts'
import { SYSTEM_NAMES } from './systems/system.ts'

export interface Measured {
  readonly scenario: Scenario
  readonly rows: readonly Row[]
}

/** The whole table as text. */
export function renderTable(all: readonly Measured[]): string {
  const head = ['', ...SYSTEM_NAMES, 'to reach (found)', '']
  const blocks = all.map(({ scenario, rows }) => ({ title: `${scenario.name}: ${scenario.title}`, lines: rows.flatMap(renderRow) }))
  const widths = head.map((cell, column) => Math.max(cell.length, ...blocks.flatMap(({ lines }) => lines.map((line) => (line[column] ?? '').length))))
  const join = (line: readonly string[]) =>
    line
      .map((cell, column) => (column >= 1 && column <= SYSTEM_NAMES.length ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
      .join('  ')
  return [join(head), ...blocks.flatMap(({ title, lines }) => ['', title, ...lines.map(join)])].join('\n')
}

function renderRow({ figure, unit, values, goals }: Row): string[][] {
  const cells = SYSTEM_NAMES.map((name) => {
    const value = values.get(name)
    return value === undefined || Number.isNaN(value) ? '–' : shownAmount(value)
  })
  const verdicts = goals.map((goal) => judge(goal, values) ?? { words: 'not measured', reached: undefined })
  const first = verdicts[0]
  const lines = [[`  ${figure} (${unit})`, ...cells, first?.words ?? '', first ? mark(first.reached) : '']]
  for (const verdict of verdicts.slice(1)) lines.push(['', ...cells.map(() => ''), verdict.words, mark(verdict.reached)])
  return lines
}

function mark(reached: boolean | undefined): string {
  if (reached === undefined) return ''
  return reached ? 'reached' : 'NOT reached'
}
