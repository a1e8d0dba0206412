/** The websocket of one connection. The only file that touches `ws`: it takes its handshake, its parser and its goodbye; frames are written by us. */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'

/** Who listens to a socket. */
export interface SocketEar {
  /** A binary message. The buffer belongs to the network: what is kept must be copied. */
  message(data: Uint8Array): void
  /** The other side broke the protocol, or sent a frame above the limit. The goodbye is already said. */
  broke(how: 'frame-too-large' | 'malformed-frame'): void
  /** The other side is alive. */
  pong(): void
  /** Nothing can be sent or heard any more. Once. */
  closed(): void
}

export interface Socket {
  /** Bytes written and not yet taken by the network. */
  readonly unsent: number
  readonly isOpen: boolean
  /** Writes whole frames, in order, with one call of the system where that is cheaper. */
  write(frames: readonly Uint8Array[], bytes: number): void
  close(code: number, reason: string): void
  /** Without a goodbye. */
  terminate(): void
  pause(): void
  resume(): void
}

/** Up to this size frames are joined into one buffer: cheaper than telling the system of each. */
const JOIN_AT_MOST = 64 * 1024

export type AcceptSocket = (
  upgrade: { readonly request: IncomingMessage; readonly stream: Duplex; readonly head: Buffer },
  hear: (socket: Socket) => SocketEar,
) => void

/** Makes the function that completes upgrades. `hear` is called in the same turn, before anything can arrive. */
export function createAcceptor(frameBytes: number): AcceptSocket {
  const server = new WebSocketServer({ noServer: true, clientTracking: false, perMessageDeflate: false, maxPayload: frameBytes, skipUTF8Validation: true })
  return ({ request, stream, head }, hear) => {
    server.handleUpgrade(request, stream, head, (webSocket) => listen(webSocket, hear(new RawSocket(webSocket, stream))))
  }
}

function listen(webSocket: WebSocket, ear: SocketEar): void {
  webSocket.on('message', (data, isBinary) => {
    if (isBinary) ear.message(data as Buffer)
    else ear.broke('malformed-frame')
  })
  webSocket.on('pong', () => ear.pong())
  webSocket.on('error', (error) => {
    const code = 'code' in error ? error.code : undefined
    if (code === 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH') ear.broke('frame-too-large')
    else if (typeof code === 'string' && code.startsWith('WS_ERR')) ear.broke('malformed-frame')
  })
  webSocket.on('close', () => ear.closed())
}

/** A class, for V8 keeps literals with getters as dictionaries, and inlines nothing of what goes through them. */
class RawSocket implements Socket {
  readonly #webSocket: WebSocket
  readonly #stream: Duplex

  constructor(webSocket: WebSocket, stream: Duplex) {
    this.#webSocket = webSocket
    this.#stream = stream
  }

  get unsent(): number {
    return this.#stream.writableLength
  }

  get isOpen(): boolean {
    return this.#webSocket.readyState === this.#webSocket.OPEN
  }

  write(frames: readonly Uint8Array[], bytes: number): void {
    const stream = this.#stream
    // After our goodbye, or once the stream is gone, nothing may follow.
    if (!this.isOpen || !stream.writable) return
    const [first] = frames
    if (first && frames.length === 1) {
      stream.write(first)
    } else if (bytes <= JOIN_AT_MOST) {
      stream.write(Buffer.concat(frames, bytes))
    } else {
      stream.cork()
      for (const frame of frames) stream.write(frame)
      stream.uncork()
    }
  }

  close(code: number, reason: string): void {
    this.#webSocket.close(code, reason)
  }

  terminate(): void {
    this.#webSocket.terminate()
  }

  pause(): void {
    this.#webSocket.pause()
  }

  resume(): void {
    this.#webSocket.resume()
  }
}
