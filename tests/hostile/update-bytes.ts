/** Writes Yjs updates by hand, field by field, so that a test can put into each what Yjs itself never would. */
import * as encoding from 'lib0/encoding'

/** As lib0 writes a whole number; NaN and Infinity as bytes in which lib0 reads them: of a number with far too many of them nothing is left but that. */
export function writeNumber(encoder: encoding.Encoder, value: number): void {
  if (Number.isFinite(value)) return encoding.writeVarUint(encoder, value)
  const isNaN = Number.isNaN(value)
  encoding.writeUint8Array(encoder, new Uint8Array(isNaN ? 148 : 147).fill(0x80))
  encoding.writeUint8(encoder, isNaN ? 0 : 1)
}

/** One struct of an update; whatever is left out is as Yjs writes it. */
export interface StructParts {
  /** Bits 1 to 5: what kind of content; 0x20 a key, 0x40 a right neighbour, 0x80 a left one. */
  readonly info: number
  readonly origin?: Point
  readonly rightOrigin?: Point
  /** The name of a root, or the id of an item. */
  readonly parent?: string | Point
  readonly key?: string
  readonly content: (encoder: encoding.Encoder) => void
}

export interface Point {
  readonly client: number
  readonly clock: number
}

export interface ClientParts {
  readonly client: number
  readonly clock: number
  /** How many structs are said to follow; as many as do unless told otherwise. */
  readonly count?: number
  readonly structs: readonly StructParts[]
}

export interface DeleteParts {
  readonly client: number
  readonly count?: number
  readonly ranges: readonly (readonly [clock: number, length: number])[]
}

export interface UpdateParts {
  readonly clientCount?: number
  readonly clients?: readonly ClientParts[]
  readonly deletes?: readonly DeleteParts[]
}

export function updateBytes({ clients = [], clientCount = clients.length, deletes = [] }: UpdateParts): Uint8Array {
  return encoding.encode((encoder) => {
    const write = (value: number) => writeNumber(encoder, value)
    write(clientCount)
    for (const { client, clock, structs, count = structs.length } of clients) {
      write(count)
      write(client)
      write(clock)
      for (const struct of structs) writeStruct(encoder, struct)
    }
    write(deletes.length)
    for (const { client, ranges, count = ranges.length } of deletes) {
      write(client)
      write(count)
      for (const [from, length] of ranges) {
        write(from)
        write(length)
      }
    }
  })
}

function writeStruct(encoder: encoding.Encoder, { info, origin, rightOrigin, parent = 'scratch', key, content }: StructParts): void {
  encoding.writeUint8(encoder, info)
  if (origin) writePoint(encoder, origin)
  if (rightOrigin) writePoint(encoder, rightOrigin)
  if ((info & 0xc0) === 0 && (info & 0x1f) !== 0 && (info & 0x1f) !== 10) {
    encoding.writeVarUint(encoder, typeof parent === 'string' ? 1 : 0)
    if (typeof parent === 'string') encoding.writeVarString(encoder, parent)
    else writePoint(encoder, parent)
    if ((info & 0x20) !== 0) encoding.writeVarString(encoder, key ?? '')
  }
  content(encoder)
}

function writePoint(encoder: encoding.Encoder, { client, clock }: Point): void {
  writeNumber(encoder, client)
  writeNumber(encoder, clock)
}

/** A whole frame: message type, step, bytes. */
export function syncFrame(step: number, bytes: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 0)
    encoding.writeVarUint(encoder, step)
    encoding.writeVarUint8Array(encoder, bytes)
  })
}

/** An awareness frame of states as raw JSON, which need not be any. */
export function rawAwareness(states: readonly (readonly [client: number, clock: number, json: string])[], count = states.length): Uint8Array {
  const bytes = encoding.encode((encoder) => {
    writeNumber(encoder, count)
    for (const [client, clock, json] of states) {
      writeNumber(encoder, client)
      writeNumber(encoder, clock)
      encoding.writeVarString(encoder, json)
    }
  })
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint8Array(encoder, bytes)
  })
}
