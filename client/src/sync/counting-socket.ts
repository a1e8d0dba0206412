/**
 * A WebSocket that hears our own frames and counts what y-websocket sends, without y-websocket knowing. No edit leaves before the offer, which bears all of them:
 * the server may lack what it builds on.
 */
import { bearsUpdate, MESSAGE, type OwnFrame, readOwnFrame, SYNC } from '@tandem/shared/wire/frames.ts'

export interface SocketEar {
  /** Anything arrived: the connection lives. */
  heard(): void
  /** A frame that bears an update left; `isOffer` when it is a SyncStep2, which carries all the other side lacks. */
  sent(isOffer: boolean): void
  own(frame: OwnFrame): void
}

/** The class to give to y-websocket, which makes a new socket for every attempt. */
export function countingSocket(ear: SocketEar): typeof WebSocket {
  return class extends WebSocket {
    #hasOffered = false

    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      // Registered before y-websocket can set `onmessage`, so it runs first: y-websocket would misread a message type it does not know.
      this.addEventListener('message', (event: MessageEvent<unknown>) => {
        ear.heard()
        if (!(event.data instanceof ArrayBuffer)) return
        const frame = readOwnFrame(new Uint8Array(event.data))
        if (!frame) return
        event.stopImmediatePropagation()
        ear.own(frame)
      })
    }

    override send(data: string | BufferSource | Blob): void {
      if (!(data instanceof Uint8Array) || !bearsUpdate(data)) return super.send(data)
      const isOffer = data[0] === MESSAGE.sync && data[1] === SYNC.step2
      if (isOffer) this.#hasOffered = true
      if (!this.#hasOffered) return
      super.send(data)
      ear.sent(isOffer)
    }
  }
}
