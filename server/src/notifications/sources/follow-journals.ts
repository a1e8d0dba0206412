/** Tells people of what the rows of a journal show, whenever they have changed, and of what falls due as time goes by. */
import type { JournalId, Millis } from '@tandem/shared/ids.ts'
import type { RowKind } from '@tandem/shared/wire/row-kinds.ts'
import type { Kysely } from 'kysely'
import type { Bus } from '../../bus/bus.ts'
import type { Clock } from '../../clock.ts'
import type { Tables } from '../../database/tables.ts'
import { tell } from '../tell.ts'
import { findDueActions } from './due-actions.ts'
import { findGivenActions, readAnsweredProposals } from './given-actions.ts'
import { findLapses } from './lapsed-commitments.ts'

/** The rows in which something shows that people are told of, or need no longer be. */
const WATCHED: readonly RowKind[] = ['changes', 'commitments', 'acceptances']
const LOOK_FOR_DUE_EVERY: Millis = 5 * 60_000

export interface FollowingParts {
  readonly db: Kysely<Tables>
  readonly bus: Bus
  readonly clock: Clock
  readonly onTrouble: (trouble: unknown) => void
}

export interface Following {
  /** Resolves when people have been told of what a journal shows by now, or of what falls due. */
  look(at: JournalId | 'due'): Promise<void>
  /** Waits for what is under way. */
  close(): Promise<void>
}

export function followJournals({ db, bus, clock, onTrouble }: FollowingParts): Following {
  const running = new Map<JournalId | 'due', Promise<void>>()
  const again = new Set<JournalId | 'due'>()
  const publish = (journals: readonly JournalId[]) => {
    for (const journal of journals) bus.publish({ kind: 'rows-changed', journal, what: 'notices' })
  }
  const tellOf = async (subject: JournalId | 'due') => {
    publish(subject === 'due' ? await tell(db, await findDueActions(db, clock.now())) : await tellOfJournal(db, subject, clock.now()))
  }
  /** One at a time for each journal; what changes meanwhile is looked at once more. */
  const look = (subject: JournalId | 'due'): Promise<void> => {
    const current = running.get(subject)
    if (current) {
      again.add(subject)
      return current
    }
    const work = (async () => {
      do {
        again.delete(subject)
        await tellOf(subject).catch(onTrouble)
      } while (again.has(subject))
      running.delete(subject)
    })()
    running.set(subject, work)
    return work
  }
  const stopHearing = bus.subscribe((message) => {
    if (message.kind === 'rows-changed' && WATCHED.includes(message.what)) void look(message.journal)
  })
  const stopLooking = clock.every(LOOK_FOR_DUE_EVERY, () => void look('due'))
  void look('due')
  return {
    look,
    close: async () => {
      stopHearing()
      stopLooking()
      again.clear()
      await Promise.all(running.values())
    },
  }
}

async function tellOfJournal(db: Kysely<Tables>, journal: JournalId, now: Millis): Promise<readonly JournalId[]> {
  const [given, { lapsed, standing }] = [await findGivenActions(db, journal, now), await findLapses(db, journal)]
  const isTakenBack = await takeBack(db, journal, standing)
  const told = await tell(db, [...given, ...lapsed])
  const isAnswered = await readAnsweredProposals(db, journal, now)
  return told.length > 0 || (!isTakenBack && !isAnswered) ? told : [journal]
}

/** A wording that was changed and changed back has not lapsed: nobody need read that it had. */
async function takeBack(db: Kysely<Tables>, journal: JournalId, keys: readonly string[]): Promise<boolean> {
  if (keys.length === 0) return false
  const stale = await db.selectFrom('notices').select('id').where('journal_id', '=', journal).where('key', 'in', keys).where('read_at', 'is', null).execute()
  if (stale.length === 0) return false
  const ids = stale.map((row) => row.id)
  await db.deleteFrom('notices').where('id', 'in', ids).execute()
  return true
}
