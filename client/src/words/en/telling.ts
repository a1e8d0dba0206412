/** How one wants to be told, in English: the part of the settings, and the page behind a mail's link. */
import type { MailKind } from '@tandem/shared/contracts/notification-settings.ts'
import type { Level } from '@tandem/shared/contracts/notices.ts'
import { countIn } from '../plural.ts'

const count = countIn('en')

const kinds: Readonly<Record<MailKind, string>> = {
  mention: 'Somebody mentions me',
  reply: 'Somebody replies where I wrote',
  comment: 'Somebody comments',
  proposal: 'Somebody proposes an action for me',
  lapsed: 'Words I had committed to are changed',
  commitment: 'Somebody commits to an expectation',
  'check-in': 'Somebody says how far a goal is',
  action: 'Somebody gives me an action',
  due: 'An action of mine is due',
  changes: 'Somebody changes the pages (by mail only)',
}

const levels: Readonly<Record<Level, string>> = { all: 'Everything', inbox: 'Inbox only', none: 'Muted' }

export const telling = {
  title: 'Notifications',
  lead: 'Everything is in your inbox. Mail brings only what you have not read there, at most once in six hours for each journal.',
  noServer: 'This server sends no mail. Your inbox tells you everything.',
  noAddress: 'Add an e-mail under “Come back from anywhere”, and what you have not read comes by mail too.',
  mail: (address: string) => `Mail to ${address}`,
  push: {
    title: 'On this device',
    unsupported: 'This browser cannot tell you anything while Tandem is closed. On an iPhone or iPad it can once Tandem is on the home screen.',
    denied: 'This browser may not show notifications of Tandem. Allow them in its settings for this site, and turn them on here.',
    refused: 'The browser could not reach the service that brings its notifications. Try again later.',
    off: 'Tells you what you have not read, even while Tandem is closed.',
    turnOn: 'Turn on',
    isOn: 'This device tells you what you have not read, even while Tandem is closed.',
    turnOff: 'Turn off',
    others: (n: number) => count(n, { one: '# other device does so too.', other: '# other devices do so too.' }),
    words: 'Show titles and words of my journals there, also on a locked screen',
    last: {
      sent: (when: string) => `It was told last ${when}.`,
      waiting: (when: string) => `Something is on its way to it since ${when}.`,
      failed: (when: string) => `The last message could not be delivered (${when}).`,
      doubtful: (when: string) => `Whether the last message arrived is not known (${when}): the line broke. It is not sent twice.`,
    },
    reason: (words: string) => `The push service said: ${words}`,
  },
  kinds: 'By mail or on my devices, when',
  kind: kinds,
  digest: 'A weekly digest of what I have not read',
  digestDay: 'Day of the digest',
  digestHour: 'Hour of the digest',
  on: 'on',
  at: 'at',
  zone: 'Time zone',
  zoneLead: 'Decides when a day begins for what is due, and when the digest comes.',
  journals: 'How much of each journal',
  levels,
  levelOf: (journal: string) => `How much of “${journal}”`,
  last: {
    sent: (when: string) => `The last mail went out ${when}.`,
    waiting: (when: string) => `A mail is waiting to go out since ${when}.`,
    failed: (when: string) => `The last mail could not be delivered (${when}).`,
    doubtful: (when: string) => `Whether the last mail arrived is not known (${when}): the line to the mail server broke. It is not sent twice.`,
  },
  reason: (words: string) => `The mail server said: ${words}`,
  confirm: {
    title: 'Is this your address?',
    lead: 'Say so, and mail about your journals may come here.',
    action: 'Yes, it is mine',
    done: 'Thank you. This address is confirmed.',
    doneLead: 'What you have not read in your journals comes here by mail, as your settings say.',
    brokenTitle: 'Nothing was confirmed',
    needed: (address: string) => `${address} is not confirmed yet: until it is, no mail about your journals goes there. Press the link in the mail you got.`,
    again: 'Send that mail again',
    sent: (address: string) => `A mail to ${address} is on its way. It can take a few minutes; look among the unwanted mail too.`,
  },
  stop: {
    title: 'Mail from Tandem',
    journal: (title: string) => `No more mail about “${title}”?`,
    gone: 'No more mail about this journal?',
    digest: 'No more weekly digest?',
    lead: 'Everything stays in your inbox.',
    action: 'Stop these mails',
    everything: 'Stop all mail from Tandem',
    stopped: 'Done. These mails have stopped.',
    stoppedAll: 'Done. You get no more mail from Tandem.',
    back: 'You can turn mail on again in the settings.',
    settings: 'Settings',
    brokenTitle: 'This link stops nothing',
    unreachableTitle: 'The link cannot be used just now',
  },
}
