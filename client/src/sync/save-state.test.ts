import { expect, test } from 'vitest'
import { ACK_PATIENCE, account, openAccount, type SaveAccount, type SaveEvent, saveState } from './save-state.ts'

const FRESH = openAccount({ edits: 0, savedAt: null })

function after(start: SaveAccount, ...events: SaveEvent[]): SaveAccount {
  return events.reduce(account, start)
}

const opened: SaveEvent = { kind: 'opened', at: 0 }
const closed: SaveEvent = { kind: 'closed' }
const offered: SaveEvent = { kind: 'sent', isOffer: true, at: 0 }
const sent = (at = 0): SaveEvent => ({ kind: 'sent', isOffer: false, at })
const ack = (count: number, at = 0): SaveEvent => ({ kind: 'acked', count, at, time: at })
const edited = (at: number): SaveEvent => ({ kind: 'edited', at })
const JOINED = after(FRESH, opened, offered, ack(1, 50))

test('a join is saved once its own offer is committed', () => {
  expect(saveState(after(FRESH, opened, offered), 10).kind).toBe('saving')
  expect(saveState(JOINED, 60)).toEqual({ kind: 'saved', at: 50 })
})

test('an edit is saving until the ack that covers it', () => {
  const writing = after(JOINED, edited(100), sent(100), edited(110), sent(110), ack(2, 120))
  expect(saveState(writing, 121)).toEqual({ kind: 'saving' })
  expect(saveState(after(writing, ack(3, 130)), 131)).toEqual({ kind: 'saved', at: 130 })
})

test('an ack before the offer does not cover what was written while away', () => {
  const early = after(FRESH, edited(0), opened, sent(10), ack(1, 20))
  expect(saveState(early, 30)).toEqual({ kind: 'saving' })
  expect(saveState(after(early, offered, ack(2, 40)), 50)).toEqual({ kind: 'saved', at: 40 })
})

test('words written without a connection are only on this device, counted in bursts', () => {
  const away = after(JOINED, closed, edited(1_000), edited(1_300), edited(2_200), edited(9_000))
  expect(saveState(away, 9_100)).toEqual({ kind: 'on-device', edits: 2 })
})

test('losing the connection with nothing unsaved leaves it saved, with the time', () => {
  expect(saveState(after(JOINED, closed), 900_000)).toEqual({ kind: 'saved', at: 50 })
})

test('a cut in mid-sentence keeps the edit counted through the reconnect', () => {
  const cut = after(JOINED, edited(100), sent(100), closed)
  expect(saveState(cut, 200)).toEqual({ kind: 'on-device', edits: 1 })
  const back = after(cut, opened, offered)
  expect(saveState(back, 300)).toEqual({ kind: 'saving' })
  expect(saveState(after(back, ack(1, 310)), 320)).toEqual({ kind: 'saved', at: 310 })
})

test('an ack that does not come is told as only on this device', () => {
  const silent = after(JOINED, edited(100), sent(100))
  expect(saveState(silent, 100 + ACK_PATIENCE).kind).toBe('saving')
  expect(saveState(silent, 101 + ACK_PATIENCE)).toEqual({ kind: 'on-device', edits: 1 })
})

test('words that wait for everything else to be heard first are told as only on this device', () => {
  const joining = after(FRESH, edited(0), opened)
  expect(saveState(joining, ACK_PATIENCE).kind).toBe('saving')
  expect(saveState(joining, 1 + ACK_PATIENCE)).toEqual({ kind: 'on-device', edits: 1 })
})

test('edits of a closed tab are remembered and told after reopening', () => {
  expect(saveState(openAccount({ edits: 6, savedAt: 5 }), 10)).toEqual({ kind: 'on-device', edits: 6 })
})

test('a refused edit cannot be saved, and says why, until everything is committed', () => {
  const refused = after(JOINED, edited(100), sent(100), { kind: 'refused', code: 'document-too-large' })
  expect(saveState(refused, 110)).toEqual({ kind: 'cannot-save', why: 'document-too-large', edits: 1 })
  expect(saveState(after(refused, closed, opened), 120).kind).toBe('cannot-save')
  expect(saveState(after(refused, closed, opened, offered, ack(1, 130)), 140)).toEqual({ kind: 'saved', at: 130 })
})

test('a server that cannot store is told, and forgotten when it goes on', () => {
  const failing = after(JOINED, edited(100), sent(100), sent(110), { kind: 'refused', code: 'cannot-store' })
  expect(saveState(failing, 110)).toMatchObject({ kind: 'cannot-save', why: 'cannot-store' })
  expect(saveState(after(failing, ack(2, 200)), 210)).toEqual({ kind: 'saving' })
})

test('missing updates heal by themselves', () => {
  const gap = after(JOINED, edited(100), sent(100), { kind: 'refused', code: 'missing-updates' })
  expect(saveState(gap, 110)).toEqual({ kind: 'saving' })
})

test('what the server misses even in what was offered cannot be saved, and says why', () => {
  const refused = after(FRESH, edited(0), opened, offered, sent(), { kind: 'refused', code: 'missing-updates' })
  expect(saveState(refused, 10)).toEqual({ kind: 'cannot-save', why: 'missing-updates', edits: 1 })
})

test('words that are held back are told, and stay unsaved, while the others are saved', () => {
  const away = after(openAccount({ edits: 2, savedAt: 5 }), edited(0), opened)
  const back = after(away, offered, { kind: 'held-back', isHeldBack: true }, edited(10), sent(10))
  const others = after(back, ack(2, 20))
  expect(saveState(others, 30)).toEqual({ kind: 'cannot-save', why: 'missing-updates', edits: 2 })
  const filled = after(others, offered, { kind: 'held-back', isHeldBack: false }, ack(3, 40))
  expect(saveState(filled, 50)).toEqual({ kind: 'saved', at: 40 })
})

test('being signed out bars saving until a connection opens again', () => {
  const barred = after(JOINED, closed, { kind: 'barred', code: 'signed-out' })
  expect(saveState(barred, 100)).toEqual({ kind: 'cannot-save', why: 'signed-out', edits: 0 })
  expect(saveState(after(barred, opened, offered, ack(1, 200)), 210).kind).toBe('saved')
})

test('acks of another connection and acks that go back are not heard', () => {
  const state = after(JOINED, edited(100), sent(100), ack(9, 110))
  expect(saveState(state, 120).kind).toBe('saving')
  expect(after(JOINED, closed, ack(1, 110))).toEqual(after(JOINED, closed))
})

test('no ack covers what stands unread in the copy on this device', () => {
  const unread = after(openAccount({ edits: 0, savedAt: null, isUnread: true }), { kind: 'found', edits: 2, savedAt: 5 }, opened, offered, ack(1, 50))
  expect(saveState(unread, 60)).toEqual({ kind: 'on-device', edits: 2 })
  const writing = after(unread, edited(100), sent(100))
  expect(saveState(writing, 110)).toEqual({ kind: 'saving' })
  const written = after(writing, ack(2, 120))
  expect(saveState(written, 130)).toEqual({ kind: 'on-device', edits: 2 })
  const read = after(written, sent(200), { kind: 'read', time: 200 })
  expect(saveState(read, 210)).toEqual({ kind: 'saving' })
  expect(saveState(after(read, ack(3, 220)), 230)).toEqual({ kind: 'saved', at: 220 })
})

test('a copy that holds nothing new leaves nothing unsaved once it is read', () => {
  const unread = after(FRESH, { kind: 'found', edits: 0, savedAt: 5 }, opened, offered, ack(1, 50))
  expect(saveState(unread, 60)).toEqual({ kind: 'saving' })
  expect(saveState(after(unread, { kind: 'read', time: 70 }), 80)).toEqual({ kind: 'saved', at: 70 })
  const counted = after(FRESH, { kind: 'found', edits: 3, savedAt: 5 }, opened, offered, ack(1, 50), { kind: 'read', time: 70 })
  expect(saveState(counted, 80)).toEqual({ kind: 'saved', at: 70 })
})
