/** What a load process is told and what it answers. */

/** How a system speaks: y-websocket's frames, Hocuspocus' (each frame names its document), or no protocol at all. */
export type Dialect = 'y-websocket' | 'hocuspocus' | 'broadcast'

export interface RoomPlan {
  /** Path and query of the upgrade. */
  readonly path: string
  /** The document's name, which Hocuspocus wants in every frame. */
  readonly document: string
  /** The Cookie header of each connection; one connection per value. */
  readonly cookies: readonly string[]
}

export type Behaviour =
  /** One writer per room with so many updates in flight, as fast as the system lets it. */
  | { readonly kind: 'window'; readonly window: number; readonly timing: Timing }
  /** The first `writers` of each room type at this rate. */
  | { readonly kind: 'pace'; readonly writers: number; readonly perSecond: number; readonly timing: Timing }
  /** Every room gets a document of about this size (none for 0), and then nobody does anything until released. */
  | { readonly kind: 'idle'; readonly documentBytes: number }
  /** All connections are opened at once; how long until each has the whole document? Others join `warmUp` first, for both sides run slower the first time. */
  | { readonly kind: 'join'; readonly warmUp: RoomPlan }
  /** The first connection of the first room sends a recorded history, an update per keystroke. */
  | { readonly kind: 'history'; readonly file: string; readonly window: number }

export interface Timing {
  readonly warmUpMs: number
  readonly measureMs: number
}

export interface LoadPlan {
  readonly port: number
  readonly dialect: Dialect
  /** Whether the system acks durably. Without that the second connection's receipt stands for the ack. */
  readonly acks: boolean
  readonly rooms: readonly RoomPlan[]
  readonly behaviour: Behaviour
}

export interface LoadResult {
  /** Updates acked (or, without acks, received by the second connection) while measuring. */
  readonly updates: number
  /** Updates received by others while measuring. */
  readonly delivered: number
  readonly seconds: number
  /** From the write of an update to its arrival at another connection, ms. */
  readonly fanOutP50: number
  readonly fanOutP99: number
  readonly ackP50: number
  readonly ackP99: number
  /** From the start of each connection until it had the document, ms. */
  readonly joins: readonly number[]
  /** Bytes received by all connections until they had the document. */
  readonly joinBytes: number
  /** Updates that had not arrived everywhere ten seconds after the end. */
  readonly missing: number
}

/** What the load process tells on its way; after `joined` and `holding` it waits for `continue`. Between `measured` and `watched` it goes on as before, for what must not be looked at while costs are counted. */
export type Phase = 'joined' | 'measuring' | 'measured' | 'watched' | 'holding'
export type FromLoad =
  | { readonly kind: 'phase'; readonly phase: Phase }
  | { readonly kind: 'result'; readonly result: LoadResult }
  | { readonly kind: 'failed'; readonly words: string }
