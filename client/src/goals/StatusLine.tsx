/** How a goal stands, who said so last and when. */
import type { StatusSet } from '@tandem/shared/contracts/touched.ts'
import { spokenTime } from '../words/dates.ts'
import { vouchingWords } from '../words/vouching.ts'
import { viewsWords } from '../words/views.ts'
import goal from './Goal.module.css'
import { standingStatus } from './standing-status.ts'

interface StatusLineProps {
  readonly status: unknown
  readonly set: StatusSet | null | undefined
  readonly nameOf: (person: string) => string
}

/** Nothing while the record is older than what the document says. */
export function StatusLine({ status, set, nameOf }: StatusLineProps) {
  const standing = standingStatus(status, set)
  if (!standing) return null
  const { name, by, at } = standing
  return <p className={goal.standing}>{vouchingWords.status.setBy(viewsWords.goals.status[name], nameOf(by), spokenTime(at, Date.now()))}</p>
}
