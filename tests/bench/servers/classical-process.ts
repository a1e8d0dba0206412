/** The classical y-websocket design: a Y.Doc per room, every update applied to it and told to everybody; nothing stored. Written for the benchmark after y-websocket's own server. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { type WebSocket, WebSocketServer } from 'ws'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import { readSyncMessage, writeSyncStep1, writeUpdate } from 'y-protocols/sync'
import * as Y from 'yjs'

const SYNC = 0
const AWARENESS = 1

interface Room {
  readonly doc: Y.Doc
  readonly awareness: Awareness
  readonly sockets: Set<WebSocket>
}

const rooms = new Map<string, Room>()

function message(type: number, write: (encoder: encoding.Encoder) => void): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, type)
    write(encoder)
  })
}

function openRoom(): Room {
  const doc = new Y.Doc()
  const room = { doc, awareness: new Awareness(doc), sockets: new Set<WebSocket>() }
  room.awareness.setLocalState(null)
  // As in y-websocket's server everybody is told, the sender too.
  doc.on('update', (update: Uint8Array) => {
    const frame = message(SYNC, (encoder) => writeUpdate(encoder, update))
    for (const socket of room.sockets) socket.send(frame)
  })
  room.awareness.on('update', ({ added, updated, removed }: Record<'added' | 'updated' | 'removed', number[]>) => {
    const update = encodeAwarenessUpdate(room.awareness, [...added, ...updated, ...removed])
    const frame = message(AWARENESS, (encoder) => encoding.writeVarUint8Array(encoder, update))
    for (const socket of room.sockets) socket.send(frame)
  })
  return room
}

function hear(room: Room, socket: WebSocket, bytes: Uint8Array): void {
  const decoder = decoding.createDecoder(bytes)
  const type = decoding.readVarUint(decoder)
  if (type === AWARENESS) applyAwarenessUpdate(room.awareness, decoding.readVarUint8Array(decoder), socket)
  if (type !== SYNC) return
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, SYNC)
  readSyncMessage(decoder, encoder, room.doc, socket)
  if (encoding.length(encoder) > 1) socket.send(encoding.toUint8Array(encoder))
}

const server = createServer()
const sockets = new WebSocketServer({ server, perMessageDeflate: false })

sockets.on('connection', (socket, request) => {
  const path = request.url ?? '/'
  const room = rooms.get(path) ?? openRoom()
  rooms.set(path, room)
  room.sockets.add(socket)
  socket.binaryType = 'arraybuffer'
  socket.on('message', (data) => hear(room, socket, new Uint8Array(data as ArrayBuffer)))
  socket.on('close', () => {
    room.sockets.delete(socket)
  })
  socket.send(message(SYNC, (encoder) => writeSyncStep1(encoder, room.doc)))
})
server.listen(0, '127.0.0.1', () => console.log(`Classical is ready at http://127.0.0.1:${(server.address() as AddressInfo).port}`))
