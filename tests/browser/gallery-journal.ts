/** A journal in which everything that can be seen is there to be seen, for the gallery. */
import type { Facts } from '@tandem/shared/document/facts.ts'
import { journalTextOf } from '@tandem/shared/document/anchors/journal-text.ts'
import { anchorOnWords } from '@tandem/shared/document/anchors/make-anchor.ts'
import { listPages, pageFragment } from '@tandem/shared/document/journal-doc.ts'
import { type BlockId, Day, newId, type PageId } from '@tandem/shared/ids.ts'
import { accept, createJournal, invite, joinByName, signUp, succeed, type TestJournal, type TestPerson } from '../support/people.ts'
import { eventually } from '../support/eventually.ts'
import { journalActs } from '../support/journal-acts.ts'
import { joinStock } from '../support/stock-client.ts'
import { checkIn, comment, commitment } from '../http/rows.ts'

export interface GalleryJournal {
  readonly ben: TestPerson
  readonly ana: TestPerson
  /** Reads only. */
  readonly vera: TestPerson
  readonly journal: TestJournal
  readonly archived: TestJournal
  readonly page: PageId
  readonly archivedPage: PageId
  readonly invitation: string
  /** What Ben does once Ana has looked. */
  readonly goOn: () => Promise<void>
}

const LONGEST_NAME = 'Maximiliane-Alexandrina von Oberwaldhausen-Niederbreitenbach'

export async function galleryJournal(address: string): Promise<GalleryJournal> {
  const ben = await signUp(address, 'Ben')
  const journal = await createJournal(ben, { title: 'Ana & Ben', template: 'fresh-start' })
  const ana = await joinByName(address, await invite(ben, journal, { seat: 'mentee', role: 'editor' }), 'Ana')
  const vera = await joinByName(address, await invite(ben, journal, { seat: 'third', role: 'viewer' }), LONGEST_NAME)
  const archived = await createJournal(ben, { title: 'Donaudampfschifffahrtsgesellschaftskapitän & Ben', template: 'blank' })
  await accept(ana, await invite(ben, archived, { seat: 'mentee', role: 'editor' }))
  await succeed(ben, { method: 'POST', path: `/api/journals/${archived.id}/archive`, body: {} })

  const client = joinStock(ben, journal)
  await client.synced()
  const acts = journalActs(client.doc)
  const page = listPages(client.doc)[0]?.id ?? acts.addPage('Our journal', { kind: 'agreement' })
  pageFragment(client.doc, page).delete(0, pageFragment(client.doc, page).length)
  const put = (kind: string, words: string, facts: Facts = {}): BlockId => acts.add(page, { kind, words, facts })
  put('heading2', 'What we expect of each other')
  const agenda = put('expectation', 'Ana drives the agenda and brings topics two days before.', { by: ana.id, direction: 'myself' })
  put('expectation', 'Ben answers within two days, and says so when he cannot.', { by: ben.id, direction: 'myself' })
  put('heading2', 'What we are working towards')
  const goal = put('goal', 'Lead the billing migration', { status: 'on-track', target: '2027-03-30', support: 'guide', owner: ana.id })
  put('goal', 'Disagree with a director, and be heard', { status: 'open', owner: ana.id, support: 'hold-to-account' })
  const draft = put('action', 'Draft the RFC and send it to Priya', { owner: ana.id, due: '2026-11-20', goal })
  put('action', 'Ask Sam about the on-call rota', { owner: ben.id, end: 'done', ended: '2026-11-20' })
  put('topic', 'How do I disagree with a director?', { owner: ana.id, ask: 'sounding-board', state: 'open' })
  const notes = put('text', 'Every second Thursday, thirty minutes. What we say here stays here.')
  const going = put('text', 'This line was only for the first week.')
  put('bullet', 'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz, in one word')
  put('numbered', 'First things first')
  put('quote', 'The obstacle is the way.')
  put('text', '')
  const meeting = acts.addPage('', { kind: 'meeting', day: Day.parse('2026-11-19') })
  acts.add(meeting, { kind: 'text', words: 'We spoke about the rota.' })
  acts.addPage('Books worth reading', { kind: 'note' })
  const archivedPage = acts.addPage('An old plan', { kind: 'note', archivedAt: Date.now() })
  acts.add(archivedPage, { kind: 'text', words: 'It is kept, and not written any more.' })

  const rows = (path: string, body: object, who: TestPerson) => succeed(who, { path: `/api/journals/${journal.id}/${path}`, body })
  const wording = { block: agenda, words: 'Ana drives the agenda and brings topics two days before.', direction: 'myself', by: ana.id }
  await rows('commitments', commitment(wording), ana)
  await rows('commitments', commitment(wording), ben)
  for (const [day, value, sentence] of [
    ['2026-09-01', 10, 'Only an idea so far.'],
    ['2026-10-01', 35, 'The first service is over.'],
    ['2026-11-12', 55, 'The rollout has begun.'],
  ] as const)
    await rows('check-ins', checkIn({ block: goal, day, value, sentence }), ana)
  const text = journalTextOf(client.doc)
  const hang = (block: BlockId, from: number, to: number) => anchorOnWords(text, page, [{ block, from, to }])
  const thread = newId()
  await rows('comments', comment({ thread, anchor: hang(notes, 0, 21), words: 'Could we try **forty** minutes once?', mentions: [ana.id] }), ben)
  await rows('comments', { comment: newId(), thread, words: 'Gladly. From the next one on?', mentions: [] }, ana)
  await rows('comments', comment({ anchor: hang(draft, 10, 17), words: 'Priya is away until the 20th.' }), ben)

  const invitation = await invite(ben, journal, { seat: 'third', role: 'viewer' })
  return {
    ben,
    ana,
    vera,
    journal,
    archived,
    page,
    archivedPage,
    invitation,
    goOn: async () => {
      acts.say(notes, 'Every second Thursday, forty minutes. What we say here stays here.')
      acts.facts(draft, { due: '2026-12-04' })
      acts.remove(going)
      acts.add(page, { kind: 'action', words: 'Read the chapter on feedback', facts: { owner: ana.id, givenBy: ben.id }, at: 8 })
      await eventually(
        'the server knows what is new',
        () => succeed<{ changes: unknown[] }>(ana, { path: `/api/journals/${journal.id}/changes` }).then(({ body }) => body.changes.length >= 4),
        60_000,
      )
      client.close()
    },
  }
}
