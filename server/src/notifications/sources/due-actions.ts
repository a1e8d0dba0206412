/** Tells the owner of an action, once, that the day it is due has come where they live. */
import type { Day, Millis } from '@tandem/shared/ids.ts'
import type { Kysely } from 'kysely'
import type { Tables } from '../../database/tables.ts'
import { localTime } from '../local-time.ts'
import type { NewNotice } from '../tell.ts'

const DAY: Millis = 24 * 60 * 60_000
/** Nobody wants to be told at midnight. */
const MORNING = 7
/** A server that was away for longer tells nobody of days long past. */
const DAYS_LATE = 2

/** [N17] Open actions due today, or within the two days before, by their owner's clock from seven in the morning on. Another day set later is another notice. */
export async function findDueActions(db: Kysely<Tables>, now: Millis): Promise<readonly NewNotice[]> {
  const rows = await db
    .selectFrom('projected_blocks as blocks')
    .innerJoin('documents', 'documents.id', 'blocks.document_id')
    .innerJoin('journals', 'journals.id', 'documents.journal_id')
    .leftJoin('notice_settings as settings', 'settings.person_id', 'blocks.owner')
    .select(['documents.journal_id', 'blocks.block_id', 'blocks.page_id', 'blocks.owner', 'blocks.due', 'blocks.words', 'settings.time_zone'])
    .where('blocks.kind', '=', 'action')
    .where('blocks.end', 'is', null)
    .where('blocks.owner', 'is not', null)
    // Wherever the owner lives, their today is one of these.
    .where('blocks.due', '>=', dayOf(now - (DAYS_LATE + 1) * DAY))
    .where('blocks.due', '<=', dayOf(now + DAY))
    .where('journals.archived_at', 'is', null)
    .execute()
  return rows.flatMap(({ journal_id: journal, block_id: block, page_id: page, owner, due, words, time_zone }) => {
    if (owner === null || due === null || !isTime(due, now, time_zone ?? 'UTC')) return []
    return [{ person: owner, journal, kind: 'due' as const, key: `due:${block}:${due}`, by: null, at: now, words, page, block }]
  })
}

function isTime(due: Day, now: Millis, timeZone: string): boolean {
  const { day, hour } = localTime(now, timeZone)
  const earliest = localTime(now - DAYS_LATE * DAY, timeZone).day
  return due === day ? hour >= MORNING : due < day && due >= earliest
}

function dayOf(at: Millis): Day {
  return new Date(at).toISOString().slice(0, 10) as Day
}
