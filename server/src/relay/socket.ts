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
    server.handleUpgrade(request, stream, head, (webSocket) => listen(webSocket, hear(wrap(webSocket, stream))))
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

function wrap(webSocket: WebSocket, stream: Duplex): Socket {
  return {
    get unsent() {
      return stream.writableLength
    },
    get isOpen() {
      return webSocket.readyState === webSocket.OPEN
    },
    write(frames, bytes) {
      // After our goodbye, or once the stream is gone, nothing may follow.
      if (webSocket.readyState !== webSocket.OPEN || !stream.writable) return
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
    },
    close: (code, reason) => webSocket.close(code, reason),
    terminate: () => webSocket.terminate(),
    pause: () => webSocket.pause(),
    resume: () => webSocket.resume(),
  }
}
