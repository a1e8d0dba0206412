/**
 * What becomes of an update, in this order: readable? → may this role? → own ids, nothing missing? → size → accepted, to be
 * committed. A refused update changes nothing.
 */
import type { FailureCode } from '@tandem/shared/failure.ts'
import * as Y from 'yjs'
import type { Connection } from './connection.ts'
import { countRefusal } from './counters.ts'
import { encodeDeletes } from './encode-deletes.ts'
import { judgeUpdate } from './judge-update.ts'
import { type Knowledge, learn, type News } from './knowledge.ts'
import type { Room } from './room.ts'
import { frameUpdate } from './server-frames.ts'
import { encodeStateVector } from './state-vector.ts'
import type { Verdict } from './verdict.ts'

/** An update-bearing frame of a connection. */
export interface ReceivedUpdate {
  readonly update: Uint8Array
  /** The answer to our step 1: it holds everything the client has and we lacked, so it heals what was missing before. */
  readonly isStep2: boolean
}

export function receiveUpdate(room: Room, connection: Connection, { update, isStep2 }: ReceivedUpdate): void {
  const number = connection.acks.receive()
  const marks = { upTo: number, covers: isStep2 ? number : 0 }
  if (isStep2) connection.isResyncing = false
  const { limits, counters } = room.parts
  const isRepair = isStep2 && room.parts.isRepairing()
  const judged = judgeUpdate({ update, author: connection.signedIn.person, knowledge: room.knowledge, limits, mayBringOthers: isRepair })
  const verdict = isRepair ? repaired(room, connection, judged) : judged
  if (verdict.kind === 'nothing-new') {
    counters.nothingNew += 1
    // It may repeat what is accepted and not committed yet, so it waits for that.
    if (room.pipeline.markAfterPending(connection, marks)) return
    connection.acks.commit(marks.upTo, marks.covers)
    connection.sendAck()
    return
  }
  const code = findRefusal(room, connection, verdict, update)
  if (code) {
    connection.acks.refuse(number)
    refuse(room, connection, { code, isStep2 })
  } else if (verdict.kind === 'new') {
    const { news } = verdict
    accept(room, connection, { update: withoutRepeats(update, { news, isStep2, knowledge: room.knowledge }), news, marks })
  }
}

/**
 * In the repair window a step 2 may bring back what others wrote and the restored log lacks. That makes nobody the owner of a client id
 * but who is present under it, so that the others can go on under theirs.
 */
function repaired(room: Room, connection: Connection, verdict: Verdict): Verdict {
  if (verdict.kind !== 'new') return verdict
  const { news } = verdict
  const { person } = connection.signedIn
  const others = news.advances
    .map(([client]) => client)
    .filter((client) => room.knowledge.owners.get(client) !== person && !room.presence.isHeldBy(client, connection))
  if (others.length === 0) return verdict
  room.parts.logger.warn({ document: room.document, person, clientIds: others }, 'words of others were taken in the repair window')
  return { kind: 'new', news: { ...news, claims: news.claims.filter((client) => !others.includes(client)) } }
}

function findRefusal(room: Room, connection: Connection, verdict: Verdict, update: Uint8Array): FailureCode | undefined {
  if (verdict.kind === 'refused' && verdict.code === 'malformed-frame') return verdict.code
  const mayNotWrite = connection.findWriteRefusal()
  if (mayNotWrite) return mayNotWrite
  if (verdict.kind === 'refused') return verdict.code
  const mine = verdict.kind === 'new' ? verdict.news.claims : []
  // Announced by somebody who is here and has not written yet: theirs, before the first struct binds it.
  if (mine.some((client) => room.presence.isHeldByOther(client, connection.signedIn.person))) return 'foreign-client-id'
  const bytes = room.stored.bytes + room.pipeline.pendingBytes + update.length
  return bytes > room.parts.limits.documentBytes ? 'document-too-large' : undefined
}

function refuse(room: Room, connection: Connection, { code, isStep2 }: { readonly code: FailureCode; readonly isStep2: boolean }): void {
  if (code === 'missing-updates') {
    if (connection.isResyncing) return countRefusal(room.parts.counters, code)
    connection.isResyncing = true
    connection.refuse(code)
    // A step 2 that still misses something cannot be healed by asking again.
    if (!isStep2) room.askForMissing(connection)
    return
  }
  connection.refuse(code)
  if (code === 'malformed-frame' || code === 'foreign-client-id') connection.close(code)
}

interface Accepted {
  readonly update: Uint8Array
  readonly news: News
  readonly marks: { readonly upTo: number; readonly covers: number }
}

function accept(room: Room, connection: Connection, { update, news, marks }: Accepted): void {
  const { pipeline, knowledge, parts } = room
  // Known from now on, though not committed: what follows may build on it.
  learn(knowledge, news, connection.signedIn.person)
  const isFirst = pipeline.add(connection, frameUpdate(update), { claims: news.claims, upTo: marks.upTo, covers: marks.covers })
  if (isFirst) parts.turn.addRoom(room)
  if (pipeline.isFailing) room.tellCannotStore(connection)
  if (pipeline.pendingBytes > parts.limits.unsavedBytes) room.pauseWriter(connection)
}

interface Repeating {
  readonly news: News
  readonly isStep2: boolean
  /** Before it learned the news. */
  readonly knowledge: Knowledge
}

/** A step 2 repeats every deletion there ever was: where it brings nothing but deletions, only the new ones are kept. */
function withoutRepeats(update: Uint8Array, { news, isStep2, knowledge }: Repeating): Uint8Array {
  if (isStep2 && news.advances.length === 0) return encodeDeletes(news.deletes)
  // What a struct says of clocks that are known could contradict them, and then applying it throws in every copy for ever. Without that part it
  // continues what is known, whatever that is. Honest updates come this way after a cut, when two connections of one tab overlap.
  return news.isPartlyKnown ? Y.diffUpdate(update, encodeStateVector(knowledge.vector)) : update
}
