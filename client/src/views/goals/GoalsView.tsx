/** Every goal of the journal by status, each with the actions that serve it. */
import type { GatheredBlock } from '@tandem/shared/document/journal-index.ts'
import { viewsWords } from '../../words/views.ts'
import { pageWords } from '../../words/page.ts'
import type { BelowRow } from '../BlockRow.tsx'
import { gatheredFor, goalFacts, isOpen } from '../read-gathered.ts'
import { filterSearch } from '../view-filter.ts'
import type { ViewProps } from '../view-props.ts'
import { ViewFrame } from '../ViewFrame.tsx'
import { whoseChoices } from '../whose-choices.ts'
import { GOAL_ORDER, goalSections, stepsOf } from './goal-sections.ts'

export function GoalsView({ blocks, filter, path, firstPage, tools }: ViewProps) {
  const goals = gatheredFor('goals', blocks)
  const { filters: words, goals: say } = viewsWords
  const owners = new Set(goals.map((block) => goalFacts(block).owner))
  const present = GOAL_ORDER.filter((status) => filter.show === status || goals.some((block) => (goalFacts(block).status ?? 'open') === status))
  const isPutOff = filter.phase !== undefined || goals.some((block) => goalFacts(block).phase === 'later')
  const phases = [undefined, 'this', 'later'] as const
  const ofPhase = (phase: (typeof phases)[number]) => ({
    name: say.phases[phase ?? 'all'],
    href: `${path}${filterSearch({ ...filter, phase })}`,
    isChosen: filter.phase === phase,
  })
  const which = (show: string | undefined, name: string) => ({ name, href: `${path}${filterSearch({ ...filter, show })}`, isChosen: filter.show === show })

  function below(goal: GatheredBlock): BelowRow {
    const { open, last } = stepsOf(goal.id, blocks)
    const said = [
      tools.sayStatus(goal),
      open.length === 0 && isOpen(goal) ? say.noSteps : undefined,
      last ? say.lastStep(tools.sayDay(last)) : undefined,
      tools.sayTouched([goal, ...open]),
    ].filter(Boolean)
    return {
      ...(said.length > 0 ? { note: said.join(pageWords.facts.separator) } : {}),
      ...(open.length > 0 ? { steps: { label: say.actionsOf(goal.text), blocks: open } } : {}),
    }
  }

  return (
    <ViewFrame
      view="goals"
      isEmpty={goals.length === 0}
      firstPage={firstPage}
      allHref={path}
      filters={[
        { label: words.label, choices: whoseChoices(tools, { path, filter, owners, say: { all: words.everybody, mine: words.mine, of: words.of } }) },
        { label: words.state, choices: [which(undefined, say.all), ...present.map((status) => which(status, say.status[status]))] },
        // While nothing is put off there is nothing to choose.
        ...(isPutOff ? [{ label: words.phase, choices: phases.map(ofPhase) }] : []),
      ]}
      sections={goalSections(blocks, { filter, me: tools.me })}
      tools={tools}
      below={below}
    />
  )
}
