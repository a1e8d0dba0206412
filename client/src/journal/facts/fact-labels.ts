/** The facts of a kind by the names they have on the screen, in the order of their fields. */
import type { StructuredKind } from '@tandem/shared/document/kinds.ts'
import { pageWords } from '../../words/page.ts'

const { labels } = pageWords.facts

export const FACT_LABELS: Readonly<Record<StructuredKind, readonly (readonly [field: string, label: string])[]>> = {
  action: [
    ['owner', labels.actionOwner],
    ['due', labels.due],
    ['goal', labels.goal],
    ['end', labels.end],
  ],
  goal: [
    ['status', labels.status],
    ['target', labels.target],
    ['owner', labels.goalOwner],
    ['support', labels.support],
  ],
  topic: [
    ['owner', labels.topicOwner],
    ['ask', labels.ask],
    ['state', labels.state],
  ],
  expectation: [
    ['by', labels.by],
    ['direction', labels.direction],
  ],
}

/** What a fact is called, whatever kind its block has become. */
export function factLabel(field: string): string {
  return (
    Object.values(FACT_LABELS)
      .flat()
      .find(([name]) => name === field)?.[1] ?? field
  )
}
