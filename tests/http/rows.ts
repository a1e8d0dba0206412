/** Bodies of the commands by which people vouch for something, right in every respect unless told otherwise. */
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { newBlockId, newId } from '@tandem/shared/ids.ts'

export function savedTemplate(change: object = {}) {
  const pages = [{ kind: 'note', title: 'One on one', blocks: [{ kind: 'topic', hint: 'What is on your mind?', facts: { ask: 'input' } }] }]
  return { template: newId(), title: 'One on one', pages, ...change }
}

export function commitment(change: object = {}) {
  return { commitment: newId(), block: newBlockId(), kind: 'given', words: 'Ana drives the agenda.', direction: 'us', by: null, ...change }
}

export function acceptance(change: object = {}) {
  return { acceptance: newId(), block: newBlockId(), kind: 'accepted', words: 'Draft the RFC', why: '', ...change }
}

export function checkIn(change: object = {}) {
  return {
    checkIn: newId(),
    block: newBlockId(),
    day: '2026-05-12',
    kind: 'given',
    value: 55,
    word: null,
    sentence: 'The rollout has begun.',
    replaces: null,
    ...change,
  }
}

/** What the mentor is asked. */
export function anchorAnswer(change: object = {}) {
  return { answer: newId(), block: newBlockId(), question: 'able', reply: 'yes', ...change }
}

export function comment(change: object = {}) {
  return { comment: newId(), thread: newId(), anchor: { kind: 'page', page: 'a-page' }, words: 'Two days is tight for me.', mentions: [], ...change }
}

/** A browser's address at a push service on this machine, behind a port where nobody listens. */
export function pushTarget() {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const p256dh = Buffer.concat([Buffer.of(4), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]).toString('base64url')
  return { endpoint: `https://localhost:9/${newId()}`, p256dh, auth: randomBytes(16).toString('base64url') }
}
