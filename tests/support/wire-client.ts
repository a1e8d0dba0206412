/** A client that says and hears single frames: for what no honest program would send, and for what exactly the server answers. */
import { type FailureCode, isFailureCode } from '@tandem/shared/failure.ts'
import { MESSAGE, readOwnFrame, SYNC } from '@tandem/shared/wire/frames.ts'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { eventually } from './eventually.ts'
import type { TestJournal, TestPerson } from './people.ts'

export type WireFrame =
  | { readonly kind: 'step1' | 'step2' | 'update' | 'awareness'; readonly bytes: Uint8Array }
  | { readonly kind: 'ack'; readonly count: number }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'fullness'; readonly percent: number }
  | { readonly kind: 'hint'; readonly what: string }

export interface WireOptions {
  /** Asks for acks and refusals; on unless told otherwise. */
  readonly acks?: boolean
  readonly schema?: string
  /** Whose words the client says it holds. */
  readonly holder?: string
  /** Added to the headers of a browser on the server's own page, or instead of them; `undefined` leaves one out. */
  readonly headers?: Readonly<Record<string, string | undefined>>
}

export interface WireClient {
  readonly frames: readonly WireFrame[]
  /** What the server sent, applied. */
  readonly doc: Y.Doc
  send(frame: Uint8Array): void
  sendText(text: string): void
  sendUpdate(update: Uint8Array): void
  sendStep1(vector?: Uint8Array): void
  sendStep2(update: Uint8Array): void
  sendAwareness(states: readonly (readonly [client: number, clock: number, state: unknown])[]): void
  /** Asks for everything and waits for the step 2. */
  join(vector?: Uint8Array): Promise<void>
  acked(count: number): Promise<void>
  refused(code: FailureCode): Promise<void>
  /** The first frame that fits, now or later. */
  heard(what: string, fits: (frame: WireFrame) => boolean): Promise<WireFrame>
  closed(): Promise<{ readonly code: number; readonly reason: string }>
  /** Resolves when everything sent so far was heard and answered at once where it is, or the connection is closed. */
  settled(): Promise<void>
  /** Resolves with the next frame, or with the close. */
  changed(): Promise<void>
  readonly isOpen: boolean
  pause(): void
  resume(): void
  close(): void
}

/** Resolves once the upgrade is accepted; rejects with `<status> <code>` when it is refused. */
export async function openWire(
  person: Pick<TestPerson, 'address' | 'cookie'>,
  { documentId }: Pick<TestJournal, 'documentId'>,
  { acks = true, schema, holder, headers }: WireOptions = {},
): Promise<WireClient> {
  const query = new URLSearchParams({
    ...(acks ? { ack: '1' } : {}),
    ...(schema === undefined ? {} : { schema }),
    ...(holder === undefined ? {} : { person: holder }),
  })
  const url = `${person.address.replace(/^http/, 'ws')}/sync/${documentId}?${query}`
  const all = Object.entries({ cookie: person.cookie, origin: person.address, ...headers }).filter(([, value]) => value !== undefined)
  const socket = new WebSocket(url, { headers: Object.fromEntries(all) as Record<string, string>, perMessageDeflate: false })
  const frames: WireFrame[] = []
  const doc = new Y.Doc()
  let closing: { code: number; reason: string } | undefined
  socket.on('message', (data: Buffer) => {
    const frame = parse(data)
    frames.push(frame)
    if (frame.kind === 'update' || frame.kind === 'step2') Y.applyUpdate(doc, frame.bytes)
  })
  socket.on('close', (code, reason) => {
    closing = { code, reason: reason.toString() }
  })
  await opened(socket)
  const syncFrame = (step: number, bytes: Uint8Array) => message(MESSAGE.sync, step, bytes)
  const client: WireClient = {
    frames,
    doc,
    send: (frame) => socket.send(frame),
    sendText: (text) => socket.send(text),
    sendUpdate: (update) => socket.send(syncFrame(SYNC.update, update)),
    sendStep1: (vector = Uint8Array.of(0)) => socket.send(syncFrame(SYNC.step1, vector)),
    sendStep2: (update) => socket.send(syncFrame(SYNC.step2, update)),
    sendAwareness: (states) => socket.send(awarenessFrame(states)),
    join: async (vector) => {
      const before = frames.filter((frame) => frame.kind === 'step2').length
      client.sendStep1(vector)
      await eventually('the step 2', () => frames.filter((frame) => frame.kind === 'step2').length > before)
    },
    acked: async (count) => {
      await client.heard(`an ack of ${count}`, (frame) => frame.kind === 'ack' && frame.count >= count)
    },
    refused: async (code) => {
      await client.heard(`a refusal with ${code}`, (frame) => frame.kind === 'refused' && frame.code === code)
    },
    heard: (what, fits) => eventually(what, () => frames.find(fits)),
    closed: () => eventually('the close', () => closing),
    settled: async () => {
      // A pong overtakes what the server sends at the end of its turn; a second one does not.
      await ponged(socket)
      await ponged(socket)
    },
    changed: () =>
      new Promise((resolve) => {
        if (socket.readyState === WebSocket.CLOSED) return resolve()
        const done = () => {
          socket.off('message', done)
          socket.off('close', done)
          resolve()
        }
        socket.on('message', done)
        socket.on('close', done)
      }),
    get isOpen() {
      return socket.readyState === WebSocket.OPEN
    },
    pause: () => socket.pause(),
    resume: () => socket.resume(),
    close: () => socket.close(),
  }
  return client
}

/** Tries to connect and tells how the server refused: the status and the code of the answer. */
export async function refusedUpgrade(...args: Parameters<typeof openWire>): Promise<{ readonly status: number; readonly code: FailureCode | undefined }> {
  try {
    const client = await openWire(...args)
    client.close()
  } catch (error) {
    if (error instanceof UpgradeRefused) return error
    throw error
  }
  throw new Error('The upgrade was accepted.')
}

class UpgradeRefused extends Error {
  readonly status: number
  readonly code: FailureCode | undefined

  constructor(status: number, body: string) {
    super(`The upgrade was refused with ${status}: ${body}`)
    this.status = status
    const { code } = JSON.parse(body) as { code: string }
    this.code = isFailureCode(code) ? code : undefined
  }
}

function opened(socket: WebSocket): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
    socket.once('unexpected-response', (_request, response) => {
      let body = ''
      response.on('data', (chunk: Buffer) => {
        body += chunk.toString()
      })
      response.on('end', () => reject(new UpgradeRefused(response.statusCode ?? 0, body)))
    })
  })
}

function ponged(socket: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    if (socket.readyState !== WebSocket.OPEN) return resolve()
    const done = () => {
      socket.off('pong', done)
      socket.off('close', done)
      resolve()
    }
    socket.on('pong', done)
    socket.on('close', done)
    socket.ping()
  })
}

/** An awareness message with these states. */
export function awarenessFrame(states: readonly (readonly [client: number, clock: number, state: unknown])[]): Uint8Array {
  const bytes = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, states.length)
    for (const [client, clock, state] of states) {
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarString(encoder, JSON.stringify(state))
    }
  })
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.awareness)
    encoding.writeVarUint8Array(encoder, bytes)
  })
}

/** Who is present, of an awareness message: client id → state, null for one who is gone. */
export function readAwareness(bytes: Uint8Array): Map<number, { readonly clock: number; readonly state: Record<string, unknown> | null }> {
  const decoder = decoding.createDecoder(bytes)
  const states = new Map<number, { clock: number; state: Record<string, unknown> | null }>()
  for (let count = decoding.readVarUint(decoder); count > 0; count--) {
    const client = decoding.readVarUint(decoder)
    const clock = decoding.readVarUint(decoder)
    states.set(client, { clock, state: JSON.parse(decoding.readVarString(decoder)) as Record<string, unknown> | null })
  }
  return states
}

function message(type: number, step: number, bytes: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, type)
    encoding.writeVarUint(encoder, step)
    encoding.writeVarUint8Array(encoder, bytes)
  })
}

function parse(data: Uint8Array): WireFrame {
  const own = readOwnFrame(data)
  if (own) return own
  const decoder = decoding.createDecoder(data)
  if (decoding.readVarUint(decoder) === MESSAGE.awareness) return { kind: 'awareness', bytes: decoding.readVarUint8Array(decoder) }
  const kind = (['step1', 'step2', 'update'] as const)[decoding.readVarUint(decoder)]
  if (!kind) throw new Error('The server sent an unknown sync step.')
  return { kind, bytes: decoding.readVarUint8Array(decoder) }
}
