/** Hands in the mails that are due, one after the other. [N9] */
import type { JournalId, MailId, Millis, PersonId } from '@tandem/shared/ids.ts'
import type { Kysely } from 'kysely'
import type { Tables } from '../../database/tables.ts'
import { type Addresses, composeDigest, composeNews } from './compose.ts'
import { composeConfirmation } from './confirmations.ts'
import { loadNews, loadWeek } from './load-news.ts'
import type { Mail, Post } from './mail.ts'
import { claimMail, type Errand, giveUpLostClaims, settleMail } from './queue.ts'
import { findReader } from './reader.ts'
import type { Subscription } from './unsubscribe-token.ts'

const WEEK: Millis = 7 * 24 * 60 * 60_000
/** Mail programs need no more of a thread to keep it together. */
const THREAD_KEPT = 10

export interface DeliveryParts {
  readonly db: Kysely<Tables>
  readonly now: () => Millis
  readonly post: Post
  readonly addressesOf: (subscription: Subscription) => Addresses
  readonly tokenFor: (address: { readonly person: PersonId; readonly email: string }) => Promise<string>
  readonly onTrouble: (mail: MailId, reason: string) => void
}

/** Until nothing is due, or the mail server is out of reach. */
export async function deliver(parts: DeliveryParts): Promise<void> {
  const { db, now, post, onTrouble } = parts
  await giveUpLostClaims(db, now())
  for (let errand = await claimMail(db, now()); errand; errand = await claimMail(db, now())) {
    const mail = await compose(parts, errand)
    // The claim is committed: whatever happens to this process now, nobody hands this mail in again.
    const handover = mail ? await post.hand(mail) : ({ kind: 'pointless' } as const)
    await settleMail(db, errand, handover, now())
    if (handover.kind === 'refused' || handover.kind === 'unclear') onTrouble(errand.id, withoutAddresses(handover.reason))
    // Whoever is out of reach now is so for the next one too; a refusal of one mail says nothing about another.
    if (handover.kind === 'unclear' || (handover.kind === 'refused' && !handover.isFinal)) return
  }
}

/** In the words of this moment, so that nobody is mailed what they have read meanwhile. */
async function compose({ db, now, addressesOf, tokenFor }: DeliveryParts, { id, person, journal, kind, changes }: Errand): Promise<Mail | undefined> {
  if (kind === 'confirm') return composeConfirmation(db, { id, person, origin: addressesOf({ person, journal }).origin, tokenFor })
  const reader = await findReader(db, person)
  if (!reader) return undefined
  const base = { id, reader, addresses: addressesOf({ person, journal }), earlier: await loadEarlier(db, { person, journal, kind }) }
  if (journal !== null) {
    const isQuiet = reader.wishes.quiet.includes('changes')
    const news = await loadNews(db, { id, person, journal, changes: isQuiet ? undefined : changes })
    return news && composeNews({ ...base, news })
  }
  if (!reader.wishes.digest) return undefined
  const journals = await loadWeek(db, person, now() - WEEK)
  return journals.length > 0 ? composeDigest({ ...base, journals }) : undefined
}

interface Thread {
  readonly person: PersonId
  readonly journal: JournalId | null
  readonly kind: Errand['kind']
}

async function loadEarlier(db: Kysely<Tables>, { person, journal, kind }: Thread): Promise<readonly MailId[]> {
  const rows = await db
    .selectFrom('mails')
    .select('id')
    .where('person_id', '=', person)
    .where('journal_id', journal === null ? 'is' : '=', journal)
    .where('kind', '=', kind)
    .where('state', '=', 'sent')
    .orderBy('created_at', 'desc')
    .limit(THREAD_KEPT)
    .execute()
  return rows.map((row) => row.id).toReversed()
}

/** Mail servers name the person they refuse; a log holds nobody's name. */
function withoutAddresses(reason: string): string {
  return reason.replaceAll(/[^\s<>]+@[^\s<>]+/g, '…')
}
