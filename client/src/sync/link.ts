/** The connection to the server: y-websocket's provider, kept honest. It notices a dead line, comes back by itself, and says why it cannot. */
import type { FailureCode } from '@tandem/shared/failure.ts'
import type { DocumentId, Millis, PersonId } from '@tandem/shared/ids.ts'
import { applyHeard, applyJoin } from '@tandem/shared/document/rescue/heard-update.ts'
import { SCHEMA_VERSION } from '@tandem/shared/document/schema.ts'
import { MESSAGE, type OwnFrame, readSyncFrame, SYNC, type SyncFrame } from '@tandem/shared/wire/frames.ts'
import type { Awareness } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import type * as Y from 'yjs'
import { findCloseFailure, isWorthRetrying } from './close-reason.ts'
import { countingSocket } from './counting-socket.ts'
import { openOffers } from './offers.ts'
import { steadyNow } from './steady-clock.ts'

export interface LinkEar {
  opened(): void
  /** `failure` when the server said why. `wasOpen` is false when the connection never came to be. */
  closed(how: { readonly failure: FailureCode | undefined; readonly wasOpen: boolean }): void
  /** Everything the server has is read next; `vector` says how much that was before it was offered anything. */
  joining(vector: Uint8Array): void
  /** Everything the server has is in the document. */
  synced(): void
  sent(isOffer: boolean): void
  /** Whether nothing here can be news for the server. */
  hasNothing(): boolean
  /** Whether words on this device are not sent, because they build on something that neither it nor the server has. */
  heldBack(isHeldBack: boolean): void
  /** What the server sent has broken the document: Yjs tells of no edit any more, so none must be made. */
  broke(): void
  own(frame: OwnFrame): void
}

export interface Link {
  /** The origin of updates that came from the server. */
  readonly origin: unknown
  /** Connects now instead of at the next attempt; also after a failure that ended the attempts. */
  connect(): void
  /** Makes no further attempt until `connect`. */
  rest(): void
  /** When anything arrived last, by this device's clock. */
  heardAt(): Millis
  /** Asks the server for a sign of life and gives up the line if none comes. */
  probe(patience: Millis): void
  close(): void
}

/** Silence after which the server is asked whether it is still there. */
const QUIET: Millis = 8_000
/** How long it may take to answer. */
const PATIENCE: Millis = 5_000
/** An attempt to connect that takes longer is begun anew. */
const CONNECTING_LIMIT: Millis = 10_000
/** The longest pause between two attempts; each browser takes its own, so that a restarted server is not stormed by all at once. */
const longestPause = (): Millis => 2_500 + Math.random() * 2_500

interface LinkOptions {
  readonly url: string
  readonly documentId: DocumentId
  /** Said at every attempt: after another person signed in to this browser, these words must not arrive as theirs. */
  readonly person: PersonId
  readonly doc: Y.Doc
  readonly awareness: Awareness
  readonly ear: LinkEar
}

export function openLink({ url, documentId, person, doc, awareness, ear }: LinkOptions): Link {
  let heardAt = steadyNow()
  let heardOn = Date.now()
  let probedAt: Millis | undefined
  let startedAt = steadyNow()
  let patience = PATIENCE

  const provider = new WebsocketProvider(url, documentId, doc, {
    connect: false,
    awareness,
    params: { ack: '1', schema: String(SCHEMA_VERSION), person },
    // Two people may share one browser profile: they must not hear each other's edits before the log has them.
    disableBc: true,
    maxBackoffTime: longestPause(),
    shouldReconnect: isWorthRetrying,
    WebSocketPolyfill: countingSocket({
      heard() {
        hear()
        // Our own frames do not reach y-websocket, whose watchdog would take a busy line for a silent one.
        provider.wsLastMessageReceived = heardOn
      },
      sent: (isOffer) => ear.sent(isOffer),
      own: (frame) => ear.own(frame),
    }),
  })

  function hear(): void {
    heardAt = steadyNow()
    heardOn = Date.now()
    probedAt = undefined
  }

  const offers = openOffers(doc, {
    hasNothing: ear.hasNothing,
    isSynced: () => provider.synced,
    send: (frame) => provider.ws?.send(frame),
    heldBack: ear.heldBack,
  })
  let joining: Uint8Array[] = []
  let asked: Uint8Array | undefined
  provider.messageHandlers[MESSAGE.sync] = (_encoder, decoder) => {
    try {
      hearSync(readSyncFrame(decoder))
    } catch (error) {
      console.error(error)
    }
    if (!isStuck(doc)) return
    provider.disconnect()
    ear.broke()
  }

  function hearSync({ step, bytes }: SyncFrame): void {
    if (step === SYNC.step1) {
      asked = bytes
      return offers.answer(bytes)
    }
    if (provider.synced) return applyHeard(doc, bytes, provider)
    // What the server has comes in pieces; read one by one, words would be taken for lost that a later piece brings.
    joining.push(bytes)
    if (step !== SYNC.step2) return
    const pieces = joining
    joining = []
    if (asked) ear.joining(asked)
    offers.joining()
    try {
      applyJoin(doc, pieces, provider)
    } finally {
      // One that somebody wrote by hand keeps nobody from hearing what comes after it.
      provider.synced = !isStuck(doc)
    }
  }

  let wasOpen = false
  provider.on('status', ({ status }) => {
    offers.forget()
    joining = []
    asked = undefined
    if (status === 'connecting') startedAt = steadyNow()
    if (status !== 'connected') return
    wasOpen = true
    hear()
    ear.opened()
  })
  provider.on('sync', (isSynced) => {
    if (!isSynced) return
    ear.synced()
    offers.look()
  })
  provider.on('connection-close', (event) => {
    const how = { failure: event ? findCloseFailure(event) : undefined, wasOpen }
    wasOpen = false
    ear.closed(how)
  })

  function startOver(): void {
    provider.disconnect()
    provider.connect()
  }

  function probe(limit: Millis): void {
    const socket = provider.ws
    if (!provider.wsconnected || socket?.readyState !== WebSocket.OPEN) return
    patience = limit
    probedAt = steadyNow()
    socket.send(new Uint8Array([MESSAGE.queryAwareness]))
  }

  function watch(): void {
    const now = steadyNow()
    if (provider.wsconnecting && now - startedAt > CONNECTING_LIMIT) return startOver()
    if (!provider.wsconnected) return
    if (probedAt === undefined && now - heardAt > QUIET) return probe(PATIENCE)
    if (probedAt !== undefined && now - probedAt > patience) startOver()
  }

  const watching = setInterval(watch, 1_000)
  return {
    origin: provider,
    connect: () => provider.connect(),
    rest() {
      provider.shouldConnect = false
    },
    heardAt: () => heardOn,
    probe,
    close() {
      clearInterval(watching)
      provider.destroy()
    },
  }
}

/** Whether Yjs threw while it cleaned up after an update: it logs that, and from then on finishes no transaction and tells of no edit. */
function isStuck(doc: Y.Doc): boolean {
  return doc._transaction === null && doc._transactionCleanups.length > 0
}
