/** The table of who may send which frame, cell by cell, over real sockets. */
import { metaOf } from '@tandem/shared/document/journal-doc.ts'
import { encodeAck, encodeFullness, encodeHint, encodeRefused, MESSAGE, SYNC } from '@tandem/shared/wire/frames.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { call } from '../support/people.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { openWire, refusedUpgrade, type WireClient } from '../support/wire-client.ts'
import { type Cast, gather, setStage, setStageElsewhere, type Stage } from './cast.ts'
import { type CallerKind, CALLERS, FRAME_ROWS, FRAMES_ELSEWHERE, type Outcome } from './who-may.ts'

let server: TestServer
let cast: Cast
let stage: Stage
beforeAll(async () => {
  server = await startServer({ env: { LIMIT_SIGN_INS: '0' } })
  cast = await gather(server.address)
  stage = await setStage(cast)
})
afterAll(() => server.stop())

/** An edit that says who made it. */
function editBy(who: string): Uint8Array {
  const doc = new Y.Doc()
  metaOf(doc).set(`written by ${who}`, true)
  return Y.encodeStateAsUpdate(doc)
}

/** Sends a frame that is right in every other respect, and waits for what shows that it was taken. */
const SENDING: Readonly<Record<string, (wire: WireClient, as: string) => Promise<unknown>>> = {
  'sync.step1': (wire) => wire.join(),
  'sync.step2': (wire, as) => {
    wire.sendStep2(editBy(as))
    return wire.acked(1)
  },
  'sync.update': (wire, as) => {
    wire.sendUpdate(editBy(as))
    return wire.acked(1)
  },
  awareness: async (wire, as) => {
    const other = await openWire(cast.owner, stage.journal)
    await other.join()
    const status = `seen ${as}`
    wire.sendAwareness([[1000 + CALLERS.indexOf(as as CallerKind), 1, { status }]])
    await other.heard('their presence', (frame) => frame.kind === 'awareness' && Buffer.from(frame.bytes).includes(status))
    other.close()
  },
  queryAwareness: async (wire) => {
    wire.send(Uint8Array.of(MESSAGE.queryAwareness))
    await wire.join()
  },
  auth: (wire) => {
    wire.send(Uint8Array.of(MESSAGE.auth, 0, 0))
    return wire.join()
  },
  ack: (wire) => {
    wire.send(encodeAck(1))
    return wire.join()
  },
  refused: (wire) => {
    wire.send(encodeRefused('internal', ''))
    return wire.join()
  },
  fullness: (wire) => {
    wire.send(encodeFullness(100))
    return wire.join()
  },
  hint: (wire) => {
    wire.send(encodeHint('commitments'))
    return wire.join()
  },
}

async function send(frame: string, as: CallerKind): Promise<Outcome> {
  const who = as === 'signed-out' ? { address: server.address, cookie: '' } : cast[as]
  if (as === 'signed-out' || as === 'stranger' || as === 'removed') return (await refusedUpgrade(who, stage.journal)).code ?? 'ok'
  const wire = await openWire(who, stage.journal)
  try {
    const refused = wire.heard('a refusal', ({ kind }) => kind === 'refused').then((told) => (told.kind === 'refused' ? (told.code as Outcome) : 'ok'))
    const taken = SENDING[frame]?.(wire, as).then((): Outcome => 'ok')
    return await Promise.any([refused, ...(taken ? [taken] : [])])
  } finally {
    wire.close()
  }
}

test.for(FRAME_ROWS.flatMap(({ frame, outcomes }) => CALLERS.map((as) => ({ frame, as, outcome: outcomes[as] }))))(
  '$frame by $as: $outcome',
  async ({ frame, as, outcome }) => {
    expect(await send(frame, as)).toBe(outcome)
  },
)

test.for(['owner', 'editor', 'commenter', 'viewer', 'removed', 'stranger'] as const)(
  'every frame by %s, to a document elsewhere: refused before the first',
  async (as) => {
    const away = await setStageElsewhere(server.address)
    expect((await refusedUpgrade(cast[as], away.journal)).code).toBe(FRAMES_ELSEWHERE)
  },
)

test('only those who may write are in the document', async () => {
  const wire = await openWire(cast.owner, stage.journal)
  await wire.join()
  wire.close()
  const written = [...metaOf(wire.doc).keys()].filter((key) => key.startsWith('written by'))
  expect(written.toSorted()).toEqual(['written by editor', 'written by owner'])
})

test('in an archived journal nobody writes', async () => {
  const own = await setStage(cast)
  await call(cast.owner, { path: `/api/journals/${own.journal.id}/archive`, body: {} })
  const wire = await openWire(cast.owner, own.journal)
  wire.sendUpdate(editBy('anybody'))
  await wire.refused('journal-archived')
  await wire.join()
  wire.close()
  expect([...metaOf(wire.doc).keys()]).not.toContain('written by anybody')
})

test('every frame of the protocol has a row, and every row is a frame', () => {
  const { sync: _sync, ...others } = MESSAGE
  const frames = [...Object.keys(SYNC).map((step) => `sync.${step}`), ...Object.keys(others)]
  expect(FRAME_ROWS.map(({ frame }) => frame).toSorted()).toEqual(frames.toSorted())
})
