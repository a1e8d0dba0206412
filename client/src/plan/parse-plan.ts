/** Reads the goals out of a development plan, as people have them: a table (CSV, or pasted from a spreadsheet), Markdown, or lines. Pure. */
import { LONGEST_PLAN_GOAL, LONGEST_PLAN_NOTE, MOST_PLAN_GOALS } from '@tandem/shared/contracts/plans.ts'
import type { Day } from '@tandem/shared/ids.ts'
import { readLines } from './read-lines.ts'
import { readTable } from './read-table.ts'

export interface FoundGoal {
  readonly text: string
  readonly note: string
  readonly day: Day | null
}

/** In the plan's order, each wording once, at most as many and as long as can be kept. */
export function parsePlan(plan: string): readonly FoundGoal[] {
  const text = plan.replace(/^\u{FEFF}/u, '').replaceAll(/\r\n?/g, '\n')
  const seen = new Set<string>()
  return (readTable(text) ?? readLines(text))
    .map(({ text: words, note, day }) => ({ text: clean(words).slice(0, LONGEST_PLAN_GOAL).trim(), note: note.trim().slice(0, LONGEST_PLAN_NOTE).trim(), day }))
    .filter((goal) => goal.text !== '' && !seen.has(planKey(goal.text)) && seen.add(planKey(goal.text)))
    .slice(0, MOST_PLAN_GOALS)
}

/** What two wordings have in common that are the same but for case, spaces and punctuation. */
export function planKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** The words without the signs of Markdown. */
function clean(text: string): string {
  return text
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/(\*\*|__|\*|`|~~)(?=\S)([^*`~]*?\S)\1/g, '$2')
    .replaceAll(/\s+/g, ' ')
    .trim()
}
