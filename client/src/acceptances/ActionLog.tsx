/** What became of an action, line by line: the first and the latest, the ones between when they are asked for. */
import type { Day } from '@tandem/shared/ids.ts'
import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import styles from '../ui/Vouching.module.css'
import { spokenTime } from '../words/dates.ts'
import { vouchingWords } from '../words/vouching.ts'
import type { LogEntry } from './action-log.ts'

const say = vouchingWords.acceptance

/** As many lines are shown at once. */
const SHOWN = 4

export interface LogTools {
  readonly nameOf: (person: string) => string
  readonly sayDay: (day: Day) => string
  readonly wordsOf: (block: string) => string | undefined
  readonly pageNameOf: (page: string) => string
}

interface ActionLogProps extends LogTools {
  readonly log: readonly LogEntry[]
  /** At so many meetings after its own it was open still. */
  readonly meetings: number
  /** The server has told its record. */
  readonly isTold: boolean
}

export function ActionLog({ log, meetings, isTold, ...tools }: ActionLogProps) {
  const [isWhole, setWhole] = useState(false)
  const between = log.length > SHOWN ? log.slice(1, 1 - SHOWN) : []
  const rest = between.length > 0 ? log.slice(1 - SHOWN) : log.slice(1)
  const first = log[0]
  return (
    <div className={styles.logged}>
      {log.length > 0 && (
        <ol className={styles.log} aria-label={say.log}>
          {first && <Entry entry={first} {...tools} />}
          {between.length > 0 && !isWhole && (
            <li>
              <Button isSmall variant="subtle" onClick={() => setWhole(true)}>
                {say.between(between.length)}
              </Button>
            </li>
          )}
          {[...(isWhole ? between : []), ...rest].map((entry, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- two of a kind may bear one time
            <Entry key={index} entry={entry} {...tools} />
          ))}
        </ol>
      )}
      {meetings > 0 && <p className={styles.quiet}>{say.openAt(meetings)}</p>}
      {!isTold && <p className={styles.quiet}>{say.needsServer}</p>}
    </div>
  )
}

function Entry({ entry, ...tools }: LogTools & { readonly entry: LogEntry }) {
  const said = saidIn(entry, tools)
  return (
    <li>
      <span className={styles.quiet}>{lineOf(entry, tools)}</span>
      {said && <p className={styles.said}>{said}</p>}
    </li>
  )
}

function saidIn(entry: LogEntry, { wordsOf }: LogTools): string | null {
  if (entry.kind === 'ended') return (entry.replacedBy ? wordsOf(entry.replacedBy) : undefined) ?? entry.why
  return entry.kind === 'declined' ? entry.why : null
}

function lineOf(entry: LogEntry, { nameOf, sayDay, pageNameOf }: LogTools): string {
  if (entry.kind === 'ended') {
    const end = say.ended[entry.end](entry.day ? sayDay(entry.day) : '')
    return entry.by ? say.endedBy(end, nameOf(entry.by.person), when(entry.by.at)) : end
  }
  const by = [nameOf(entry.person), when(entry.at)] as const
  switch (entry.kind) {
    case 'made':
    case 'turned':
    case 'moved':
    case 'returned':
      return say.placed[entry.kind](...by, pageNameOf(entry.page))
    case 'day':
      return say.day(...by, entry.was ? sayDay(entry.was) : '', entry.became ? sayDay(entry.became) : '')
    case 'owner':
      return say.owner(...by, entry.was ? nameOf(entry.was) : '', entry.became ? nameOf(entry.became) : '')
    default:
      return say.logged[entry.kind](...by)
  }
}

function when(at: number): string {
  return spokenTime(at, Date.now())
}
