/** Hostile frames against a real server, in rounds of one journal each, and what must still be true after every round. */
import { createHash } from 'node:crypto'
import * as Y from 'yjs'
import { createRandom, type Random } from '../convergence/random.ts'
import { textOf, writer } from '../relay/scene.ts'
import { eventually } from '../support/eventually.ts'
import { pair } from '../support/people.ts'
import type { TestServer } from '../support/server.ts'
import { readStoredDoc, readStoredLog } from '../support/stored-log.ts'
import { openWire } from '../support/wire-client.ts'
import { HostileFrames } from './hostile-frames.ts'
import { HostileSocket } from './hostile-socket.ts'

const WORDS = 'What was here before. And goes on.'
const PER_ROUND = 2500
const AT_ONCE = 16

export interface StormOptions {
  /** Of each of the two kinds. */
  readonly frames: number
  readonly seed: number
  /** At most so many frames in a second; as fast as the server answers unless told. */
  readonly rate?: number
}

export interface StormReport {
  readonly closed: number
  readonly refused: number
  /** What is not as it must be. */
  readonly breaches: readonly string[]
  /** Refusals and closes by code. */
  readonly heard: Readonly<Record<string, number>>
}

export async function storm(server: TestServer, { frames, seed, rate = Number.POSITIVE_INFINITY }: StormOptions): Promise<StormReport> {
  const random = createRandom(seed)
  const heard = new Map<string, number>()
  const breaches: string[] = []
  const tally = { closed: 0, refused: 0 }
  for (let done = 0, rounds = 0; done < frames; rounds++) {
    // At least one round of each role.
    const count = Math.min(PER_ROUND, Math.ceil(frames / 2), frames - done)
    const fates = await round(server, { count, random, role: rounds % 2 === 0 ? 'viewer' : 'editor', rate, heard, breaches })
    tally.closed += fates.closed
    tally.refused += fates.refused
    done += count
  }
  return { ...tally, breaches, heard: Object.fromEntries(heard) }
}

interface RoundOptions {
  readonly count: number
  readonly random: Random
  readonly role: 'viewer' | 'editor'
  readonly rate: number
  readonly heard: Map<string, number>
  readonly breaches: string[]
}

async function round(server: TestServer, { count, random, role, rate, heard, breaches }: RoundOptions): Promise<{ closed: number; refused: number }> {
  const { ben, ana, journal } = await pair(server.address, { role })
  const honest = await openWire(ben, journal)
  await honest.join()
  const author = writer(honest.doc)
  honest.sendUpdate(author.write(WORDS.slice(0, 10)))
  await honest.acked(1)
  const hostile = new HostileFrames(random, author.doc)
  const refusedUpdates = new Set<string>()
  const takenUpdates = new Set<string>()
  const fates = { closed: 0, refused: 0, taken: 0 }
  const began = performance.now()
  let sent = 0
  const attack = async () => {
    const socket = new HostileSocket(ana, journal)
    while (sent < 2 * count) {
      sent += 1
      const frame = sent % 2 === 0 ? hostile.mutated() : hostile.random()
      await notBefore(began + (sent * 1000) / rate)
      const fate = await socket.say(frame, random.chance(75))
      fates[fate] += 1
      ;(fate === 'taken' ? takenUpdates : refusedUpdates).add(digest(payloadOf(frame)))
    }
    socket.close()
    for (const [code, times] of socket.heard) heard.set(code, (heard.get(code) ?? 0) + times)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, attack))

  const where = `${role} round of ${journal.documentId}`
  honest.sendUpdate(author.write(WORDS.slice(10)))
  await honest.acked(2)
  const stored = readStoredDoc(server.dataDir, journal.documentId)
  if (role === 'viewer') {
    const entries = readStoredLog(server.dataDir, journal.documentId)
    const isUntouched = textOf(stored) === WORDS && hashOf(stored) === hashOf(author.doc)
    if (!isUntouched || entries.length !== 3 || entries.some((entry) => entry.author === ana.id)) breaches.push(`${where}: a viewer changed the document`)
  }
  if (stored.store.pendingStructs !== null || stored.store.pendingDs !== null) breaches.push(`${where}: the log waits for what does not exist`)
  for (const { updates, author: by } of readStoredLog(server.dataDir, journal.documentId)) {
    if (by !== ana.id) continue
    for (const update of updates) {
      const key = digest(update)
      if (refusedUpdates.has(key) && !takenUpdates.has(key)) breaches.push(`${where}: a refused frame is in the log`)
    }
  }
  await eventually('the honest one has everything', () => Buffer.from(Y.encodeStateVector(honest.doc)).equals(Y.encodeStateVector(stored))).catch(() =>
    breaches.push(`${where}: the honest one lacks something`),
  )
  const late = await openWire(ben, journal)
  await late.join()
  if (hashOf(late.doc) !== hashOf(honest.doc)) breaches.push(`${where}: two people see different words`)
  late.close()
  honest.close()
  return fates
}

function notBefore(at: number): Promise<void> | undefined {
  const wait = at - performance.now()
  if (wait <= 0) return undefined
  return new Promise((resolve) => {
    setTimeout(resolve, wait)
  })
}

/** What people see of a document: how its garbage is kept is each replica's own business. */
function hashOf(doc: Y.Doc): string {
  const clone = new Y.Doc()
  Y.applyUpdate(clone, Y.encodeStateAsUpdate(doc))
  for (const root of clone.share.keys()) clone.getText(root)
  return createHash('sha256').update(JSON.stringify(clone.toJSON())).digest('hex')
}

/** The update in a frame, or the whole frame. */
function payloadOf(frame: Uint8Array): Uint8Array {
  if (frame[0] !== 0 || (frame[1] !== 1 && frame[1] !== 2)) return frame
  let at = 2
  while (at < frame.length && (frame[at] ?? 0) > 127) at += 1
  return frame.subarray(at + 1)
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64').slice(0, 16)
}
