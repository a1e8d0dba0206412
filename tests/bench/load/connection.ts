/** A websocket client over a plain socket: just enough of RFC 6455 to load a server cheaply. Not for anything but the benchmark. */
import { type Socket, connect } from 'node:net'

export interface ConnectionOptions {
  readonly port: number
  readonly path: string
  readonly cookie: string
  onOpen(connection: Connection): void
  /** A message: `bytes` from `start` to `end`, valid only during the call. */
  onMessage(bytes: Buffer, start: number, end: number): void
  /** All messages of one piece of the network have been told. */
  onBatch(): void
  /** The server ended the connection. */
  onClosed(why: string): void
}

export interface Connection {
  /** Sends one binary message. */
  send(message: Uint8Array): void
  /** Writes frames that are already built. */
  write(frames: Buffer): void
  close(): void
}

const PING = 9
const CLOSE = 8

/** Opens a connection; it is given to `onOpen` before the first message is told. A refused upgrade ends in `onClosed` with the server's answer. */
export function openConnection(options: ConnectionOptions): void {
  const socket = connect({ port: options.port, host: '127.0.0.1', noDelay: true })
  let head = ''
  socket.once('error', (error) => options.onClosed(error.message))
  socket.write(upgradeRequest(options))
  const hearHead = (chunk: Buffer) => {
    head += chunk.toString('latin1')
    const end = head.indexOf('\r\n\r\n')
    if (end < 0) return
    socket.off('data', hearHead)
    if (head.startsWith('HTTP/1.1 101')) {
      startFrames(socket, options, Buffer.from(head.slice(end + 4), 'latin1'))
    } else {
      socket.destroy()
      options.onClosed(`the upgrade of ${options.path} was refused: ${head.slice(0, 500)}`)
    }
  }
  socket.on('data', hearHead)
}

function upgradeRequest({ port, path, cookie }: ConnectionOptions): string {
  const lines = [
    `GET ${path} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
  ]
  if (cookie) lines.push(`Cookie: ${cookie}`)
  return `${lines.join('\r\n')}\r\n\r\n`
}

function startFrames(socket: Socket, options: ConnectionOptions, first: Buffer): void {
  /** The pieces of a frame that is not all there: joined once it is, since a document comes in many. */
  const pieces: Buffer[] = []
  let kept = 0
  let needed = 0
  let isOurs = false

  const control = (opcode: number, bytes: Buffer, start: number, end: number) => {
    if (opcode === PING) socket.write(frame(bytes.subarray(start, end), 0x8a))
    if (opcode === CLOSE) options.onClosed(`closed with ${end - start >= 2 ? bytes.readUInt16BE(start) : 1005} ${bytes.toString('utf8', start + 2, end)}`)
  }
  const hear = (chunk: Buffer) => {
    pieces.push(chunk)
    kept += chunk.length
    if (kept < needed) return
    const bytes = pieces.length === 1 ? chunk : Buffer.concat(pieces)
    let at = 0
    for (;;) {
      const bounds = frameBounds(bytes, at)
      if (!bounds || bounds.end > bytes.length) {
        needed = (bounds?.end ?? bytes.length + 1) - at
        break
      }
      const opcode = (bytes[at] ?? 0) & 15
      if (opcode >= 8) control(opcode, bytes, bounds.start, bounds.end)
      else options.onMessage(bytes, bounds.start, bounds.end)
      at = bounds.end
    }
    pieces.length = 0
    kept = bytes.length - at
    if (kept > 0) pieces.push(bytes.subarray(at))
    options.onBatch()
  }
  socket.on('data', hear)
  socket.on('error', (error) => !isOurs && options.onClosed(error.message))
  socket.on('close', () => !isOurs && options.onClosed('the socket was closed'))
  options.onOpen({
    send: (message) => socket.write(frame(message, 0x82)),
    write: (frames) => socket.write(frames),
    close: () => {
      isOurs = true
      socket.destroy()
    },
  })
  if (first.length > 0) hear(first)
}

/** Where the payload of the frame at `at` stands, or `undefined` while that cannot be told yet. Servers neither mask nor, here, fragment. */
function frameBounds(bytes: Buffer, at: number): { start: number; end: number } | undefined {
  if (bytes.length < at + 2) return undefined
  const short = (bytes[at + 1] ?? 0) & 127
  const header = short < 126 ? 2 : short === 126 ? 4 : 10
  if (bytes.length < at + header) return undefined
  const length = short < 126 ? short : short === 126 ? bytes.readUInt16BE(at + 2) : Number(bytes.readBigUInt64BE(at + 2))
  const start = at + header
  return { start, end: start + length }
}

const MASK = [37, 201, 90, 140] as const

/** One masked frame of a client. */
function frame(payload: Uint8Array, first: number): Buffer {
  const { length } = payload
  const header = length < 126 ? 2 : length < 65_536 ? 4 : 10
  const target = Buffer.allocUnsafe(header + 4 + length)
  target[0] = first
  target[1] = 0x80 | (length < 126 ? length : length < 65_536 ? 126 : 127)
  if (header === 4) target.writeUInt16BE(length, 2)
  if (header === 10) target.writeBigUInt64BE(BigInt(length), 2)
  target.set(MASK, header)
  for (let index = 0; index < length; index += 1) target[header + 4 + index] = (payload[index] ?? 0) ^ (MASK[index & 3] ?? 0)
  return target
}
