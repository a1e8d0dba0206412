/** A network that can be cut: a TCP proxy in front of a server, because Chromium's offline switch leaves open sockets open. */
import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket, connect } from 'node:net'

export interface CuttableProxy {
  /** The address to give to people instead of the server's. */
  readonly address: string
  readonly port: number
  /** Ends every connection and takes no new one, as a network that is gone. */
  cut(): void
  /** Holds everything back and ends nothing, as a line that is dead without anybody saying so. */
  freeze(): void
  /** Everything passes again; what was held back comes first. */
  heal(): void
  close(): Promise<void>
}

type Passage = 'open' | 'frozen' | 'cut'

interface ProxyOptions {
  /** The server's port; may change when it is started anew. */
  readonly target: () => number
  /** The port to listen on; any free one by default. */
  readonly port?: number
  /** The address of this machine to listen on. */
  readonly host?: string
}

export async function startCuttableProxy({ target, port = 0, host = '127.0.0.1' }: ProxyOptions): Promise<CuttableProxy> {
  const sockets = new Set<Socket>()
  let passage: Passage = 'open'

  function keep(socket: Socket): void {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    if (passage === 'frozen') socket.pause()
  }

  const server = createServer((near) => {
    if (passage === 'cut') return near.destroy()
    const far = connect(target(), '127.0.0.1')
    keep(near)
    keep(far)
    near.pipe(far)
    far.pipe(near)
    // A connection that breaks on one side is broken on the other.
    near.on('error', () => far.destroy())
    far.on('error', () => near.destroy())
    near.on('close', () => far.destroy())
    far.on('close', () => near.destroy())
    if (passage === 'frozen') for (const socket of [near, far]) socket.pause()
  })
  server.listen(port, host)
  await once(server, 'listening')
  const { port: taken } = server.address() as AddressInfo

  function endAll(): void {
    for (const socket of sockets) socket.destroy()
  }

  return {
    address: `http://${host}:${taken}`,
    port: taken,
    cut() {
      passage = 'cut'
      endAll()
    },
    freeze() {
      passage = 'frozen'
      for (const socket of sockets) socket.pause()
    },
    heal() {
      const wasFrozen = passage === 'frozen'
      passage = 'open'
      if (wasFrozen) for (const socket of sockets) socket.resume()
    },
    async close() {
      endAll()
      server.close()
      await once(server, 'close')
    },
  }
}
