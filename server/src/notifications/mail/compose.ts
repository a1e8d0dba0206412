/** Puts a mail into words: what happened, quoted, with a way to each place. */
import type { JournalId, MailId } from '@tandem/shared/ids.ts'
import { html, type Html } from './html.ts'
import type { JournalNews, MailItem } from './load-news.ts'
import type { Mail } from './mail.ts'
import { HUES, letterHtml, SANS, SERIF } from './mail-look.ts'
import { type MailWords, mailWords } from './mail-words.ts'
import type { Reader } from './reader.ts'

/** So many things of a journal stand in a mail; of more the number is told. */
const NEWS_SHOWN = 12
const DIGEST_SHOWN = 3

export interface Addresses {
  /** Of this server, without a slash at the end. */
  readonly origin: string
  /** What stops these mails: for a person on a page, and for a mail program. */
  readonly stopPage: string
  readonly stopCall: string
}

interface Composed {
  readonly id: MailId
  readonly reader: Reader
  readonly addresses: Addresses
}

export function composeNews({ id, reader, addresses, news, earlier }: Composed & { readonly news: JournalNews; readonly earlier: readonly MailId[] }): Mail {
  const say = mailWords(reader.wishes.language)
  const { title, items, journal } = news
  return letter(say, { id, reader, addresses }, [news], {
    atMost: NEWS_SHOWN,
    subject: say.subject(title),
    lead: say.lead(items.length, title),
    action: { label: say.openJournal(title), url: `${addresses.origin}/j/${journal}` },
    why: say.why(title),
    stop: say.stop(title),
    // A thread of its own for each of its readers: their Message-IDs differ too.
    thread: { name: `${journal}.${reader.person}`, earlier },
  })
}

export function composeDigest({
  id,
  reader,
  addresses,
  journals,
  earlier,
}: Composed & { readonly journals: readonly JournalNews[]; readonly earlier: readonly MailId[] }): Mail {
  const say = mailWords(reader.wishes.language)
  return letter(say, { id, reader, addresses }, journals, {
    atMost: DIGEST_SHOWN,
    subject: say.digestSubject,
    lead: say.digestLead,
    action: { label: say.openInbox, url: `${addresses.origin}/inbox` },
    why: say.whyDigest,
    stop: say.stopDigest,
    thread: { name: `digest.${reader.person}`, earlier },
  })
}

interface Frame {
  readonly atMost: number
  readonly subject: string
  readonly lead: string
  readonly action: { readonly label: string; readonly url: string }
  readonly why: string
  readonly stop: string
  readonly thread: Mail['thread']
}

function letter(say: MailWords, { id, reader, addresses }: Composed, journals: readonly JournalNews[], frame: Frame): Mail {
  const place = { say, origin: addresses.origin, time: timeFormat(reader) }
  const links = [
    { label: frame.stop, url: addresses.stopPage },
    { label: say.settings, url: `${addresses.origin}/settings#notifications` },
  ]
  const greeting = say.greeting(reader.to.name)
  const parts = journals.map((news) => ({ news, items: news.items.slice(-frame.atMost), more: Math.max(0, news.items.length - frame.atMost) }))
  const hasTitles = journals.length > 1 || frame.thread.name.startsWith('digest')
  const content = parts.flatMap(({ news, items, more }) => [
    ...(hasTitles ? [titleHtml(news.title)] : []),
    ...(news.changes ? [quietHtml(say.changes(news.changes))] : []),
    ...items.map((item) => itemHtml(item, news.journal, place)),
    ...(more > 0 ? [quietHtml(say.more(more))] : []),
  ])
  const text = [
    `${greeting}\n${frame.lead}`,
    ...parts.flatMap(({ news, items, more }) => [
      ...(hasTitles ? [`* ${news.title}`] : []),
      ...(news.changes ? [say.changes(news.changes)] : []),
      ...items.map((item) => itemText(item, news.journal, place)),
      ...(more > 0 ? [say.more(more)] : []),
    ]),
    `${frame.action.label}: ${frame.action.url}`,
    // Mail programs cut off what follows this sign when they answer.
    `-- \n${frame.why}\n${links.map(({ label, url }) => `${label}: ${url}`).join('\n')}`,
  ].join('\n\n')
  const newest = parts.at(-1)?.items.at(-1)
  const preview = newest ? [whatOf(newest, say), newest.words].filter(Boolean).join(': ') : ''
  const { lead, action, why, subject, thread } = frame
  const body = letterHtml({ language: say.language, preview, greeting, lead, content, action, why, links })
  return { id, to: reader.to, subject, text: `${text}\n`, html: body, thread, unsubscribeUrl: addresses.stopCall }
}

interface Place {
  readonly say: MailWords
  readonly origin: string
  readonly time: (at: number) => string
}

function titleHtml(title: string): Html {
  return html`<h2 class="ink" style="margin:28px 0 14px;font:600 18px/1.35 ${SERIF};color:#1E2226">${title}</h2>`
}

function quietHtml(words: string): Html {
  return html`<p class="quiet" style="margin:0 0 22px;font:14px/1.5 ${SANS};color:#5B636B">${words}</p>`
}

function itemHtml(item: MailItem, journal: JournalId, { say, origin, time }: Place): Html {
  // What nobody did has nobody's colour.
  const hue = item.by === null ? 'none' : item.hue % HUES.length
  const colour = hue === 'none' ? '#E6E2DA' : (HUES[hue] ?? '')
  const was = wasOf(item)
  const before = was === undefined ? html`` : html`<s class="quiet" style="color:#5B636B">${was}</s><br>`
  const quote = item.words
    ? html`<p class="ink hue-${hue}" style="margin:6px 0 0;padding:2px 0 2px 14px;border-left:3px solid ${colour};font:17px/1.5 ${SERIF};color:#1E2226;overflow-wrap:anywhere">${before}${item.words}</p>`
    : html``
  return html`<div style="margin:0 0 22px">
<p class="ink" style="margin:0;font:15px/1.5 ${SANS};color:#1E2226"><strong>${whatOf(item, say)}</strong> <span class="quiet" style="color:#5B636B">· ${time(item.at)} ·&nbsp;<a class="accent" href="${urlOf(item, journal, origin)}" style="color:#0E6A6C">${say.open}</a></span></p>
${quote}</div>
`
}

function itemText(item: MailItem, journal: JournalId, { say, origin, time }: Place): string {
  const quote = [wasOf(item), item.words].flatMap((words, index) => (words ? `\n  ${index === 0 ? '-' : '>'} ${words}` : [])).join('')
  return `${whatOf(item, say)} (${time(item.at)})${quote}\n  ${urlOf(item, journal, origin)}`
}

export function whatOf({ kind, by }: MailItem, say: MailWords): string {
  return say.told[kind](by ?? say.somebody)
}

function wasOf(item: MailItem): string | undefined {
  return 'was' in item && item.was ? item.was : undefined
}

/** Where it leads, as an address of this origin. */
export function urlOf(item: MailItem, journal: JournalId, origin: string): string {
  const { page, block } = item
  const home = `${origin}/j/${journal}`
  // As the client's own links to threads are.
  const thread = 'thread' in item && item.thread !== null ? `#thread-${encodeURIComponent(item.thread)}` : ''
  if (page === null) return home + thread
  if (thread) return `${home}/${encodeURIComponent(page)}${thread}`
  return `${home}/${encodeURIComponent(page)}${block === null ? '' : `#${encodeURIComponent(block)}`}`
}

function timeFormat({ wishes: { language, timeZone } }: Reader): (at: number) => string {
  const format = new Intl.DateTimeFormat(language, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: 'numeric',
    minute: '2-digit',
    timeZone: timeZone ?? 'UTC',
    ...(timeZone === null ? { timeZoneName: 'short' } : {}),
  })
  return (at) => format.format(at)
}
