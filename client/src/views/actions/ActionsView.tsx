/** Every action of the journal: what is open by day or by goal, and what has ended. */
import { viewsWords } from '../../words/views.ts'
import { actionFacts, countOpen, gatheredFor } from '../read-gathered.ts'
import { filterSearch } from '../view-filter.ts'
import type { ViewProps } from '../view-props.ts'
import { ViewFrame } from '../ViewFrame.tsx'
import { whoseChoices } from '../whose-choices.ts'
import { actionSections, countOverdue } from './action-sections.ts'

export function ActionsView({ blocks, filter, path, firstPage, tools }: ViewProps) {
  const actions = gatheredFor('actions', blocks)
  const now = blocks.map(tools.now)
  const { filters: words, actions: say } = viewsWords
  const owners = new Set(actions.map((block) => actionFacts(block).owner))
  const which = (show: string | undefined, name: string, count?: number) => ({
    name,
    href: `${path}${filterSearch({ ...filter, show })}`,
    isChosen: filter.show === show,
    ...(count === undefined ? {} : { count }),
  })
  const arranged = (by: 'goal' | undefined, name: string) => ({ name, href: `${path}${filterSearch({ ...filter, by })}`, isChosen: filter.by === by })
  return (
    <ViewFrame
      view="actions"
      isEmpty={actions.length === 0}
      firstPage={firstPage}
      allHref={path}
      filters={[
        { label: words.label, choices: whoseChoices(tools, { path, filter, owners, say: { all: words.everybody, mine: words.mine, of: words.of } }) },
        {
          label: words.state,
          choices: [
            which(undefined, say.open, countOpen(now).actions),
            which('overdue', say.overdue, countOverdue(now, tools.days)),
            which('ended', say.ended),
          ],
        },
        ...(filter.show === undefined ? [{ label: words.arrange, choices: [arranged(undefined, words.byDay), arranged('goal', words.byGoal)] }] : []),
      ]}
      sections={actionSections(blocks, { filter, me: tools.me, days: tools.days })}
      tools={tools}
    />
  )
}
