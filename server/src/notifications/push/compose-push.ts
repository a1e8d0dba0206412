/** What a device is told about a journal at this moment: who did what, and no words of the journal unless the person allows them. [N24] */
import type { PushMessage } from '@tandem/shared/contracts/push.ts'
import type { JournalId, Millis, PersonId } from '@tandem/shared/ids.ts'
import type { Kysely } from 'kysely'
import type { Tables } from '../../database/tables.ts'
import { urlOf, whatOf } from '../mail/compose.ts'
import { loadUnread } from '../mail/load-news.ts'
import { mailWords } from '../mail/mail-words.ts'
import { loadWishes } from '../wishes.ts'

interface Told {
  readonly person: PersonId
  readonly journal: JournalId
  readonly since: Millis
}

/** `undefined` when there is nothing left to say. */
export async function composePush(db: Kysely<Tables>, { person, journal, since }: Told): Promise<PushMessage | undefined> {
  const wishes = await loadWishes(db, person)
  const [news] = await loadUnread(db, { person, levels: ['all'], journal, since, isPushed: true })
  const items = news?.items.filter(({ kind }) => !wishes.quiet.includes(kind)) ?? []
  const newest = items.at(-1)
  if (!news || !newest) return undefined
  const say = mailWords(wishes.language)
  const what = whatOf(newest, say)
  const spoken = wishes.pushWords && newest.words ? `${what}: ${newest.words}` : what
  return {
    title: wishes.pushWords ? news.title : 'Tandem',
    body: items.length === 1 ? spoken : `${say.manyNews(items.length)}${wishes.pushWords ? `\n${spoken}` : ''}`,
    journal,
    path: items.length === 1 ? urlOf(newest, journal, '') : `/j/${journal}`,
    language: say.language,
  }
}
