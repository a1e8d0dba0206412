/** The set agreed on as of any day: which expectations both had committed to, and in which words. */
import type { GatheredBlock } from '@tandem/shared/document/journal-index.ts'
import { normalisedWords } from '@tandem/shared/document/wording.ts'
import type { Day } from '@tandem/shared/ids.ts'
import { useId, useState } from 'react'
import panel from '../ui/PanelInput.module.css'
import styles from '../ui/Vouching.module.css'
import { spokenDay } from '../words/dates.ts'
import { pageWords } from '../words/page.ts'
import { vouchingWords } from '../words/vouching.ts'
import own from './AgreedOn.module.css'
import { type Agreed, agreedOn } from './agreed-on.ts'
import type { Party } from './commitment-standing.ts'
import type { CommitmentsByBlock } from './use-commitments.ts'

const say = vouchingWords.agreedOn

interface AgreedOnProps {
  readonly commitments: CommitmentsByBlock
  readonly parties: readonly Party[]
  readonly blocks: readonly GatheredBlock[]
  readonly today: Day
  readonly hrefOf: (block: GatheredBlock) => string
}

export function AgreedOn({ commitments, parties, blocks, today, hrefOf }: AgreedOnProps) {
  const [day, setDay] = useState<string>(today)
  const field = useId()
  const agreed = agreedOn(commitments, { end: endOf(day), parties })
  const byId = new Map<string, GatheredBlock>(blocks.map((block) => [block.id, block]))
  if (commitments.size === 0) return null
  return (
    <details className={own.agreed}>
      <summary>{say.title}</summary>
      <div className={own.body}>
        <div className={own.day}>
          <label htmlFor={field}>{say.day}</label>
          <input
            id={field}
            type="date"
            className={panel.input}
            value={day}
            max={today}
            onChange={(event) => event.target.value && setDay(event.target.value)}
          />
          <span className={styles.quiet} role="status">
            {agreed.length === 0 ? say.none : say.counted(agreed.length)}
          </span>
        </div>
        <p className={styles.quiet}>{say.lead}</p>
        <ul className={own.list}>
          {agreed.map((one) => (
            <Wording key={one.block} {...{ one, parties, hrefOf }} block={byId.get(one.block)} />
          ))}
        </ul>
      </div>
    </details>
  )
}

interface WordingProps extends Pick<AgreedOnProps, 'parties' | 'hrefOf'> {
  readonly one: Agreed
  readonly block: GatheredBlock | undefined
}

function Wording({ one: { words, commitments }, parties, block, hrefOf }: WordingProps) {
  const nameOf = (person: string) => parties.find((party) => party.person === person)?.name ?? ''
  const since =
    block === undefined ? say.gone : block.facts['retired'] ? say.retiredSince : normalisedWords(block.text) === words ? undefined : say.changedSince
  return (
    <li>
      <p className={styles.said}>{block ? <a href={hrefOf(block)}>{words}</a> : words}</p>
      <p className={styles.quiet}>
        {[...commitments.map(({ person, at }) => say.by(nameOf(person), spokenDay(at, Date.now()))), ...(since ? [since] : [])].join(pageWords.facts.separator)}
      </p>
    </li>
  )
}

/** The first moment after a day, by this person's clock. */
function endOf(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date + 1).getTime()
}
