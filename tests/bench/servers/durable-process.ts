/**
 * The limit for whoever stores before anybody hears of it: as `broadcast`, but a message is forwarded, and acked to its writer, only once a thread has it in a file for
 * good; messages of four milliseconds share one write. No document, no check of anything, nothing that could ever be read again.
 */
import { closeSync, constants, openSync, writeSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { isMainThread, type MessagePort, parentPort, Worker, workerData } from 'node:worker_threads'
import { type WebSocket, WebSocketServer } from 'ws'

const ACK = 64
const COMMIT_EVERY_MS = 4

if (isMainThread) serve()
else if (parentPort) store(parentPort)

function store(port: MessagePort): void {
  const file = openSync(String(workerData), constants.O_WRONLY | constants.O_CREAT | constants.O_APPEND | constants.O_DSYNC)
  port.on('message', (batch: Uint8Array) => {
    writeSync(file, batch)
    port.postMessage(0)
  })
  process.on('exit', () => closeSync(file))
}

interface Member {
  readonly socket: WebSocket
  readonly room: Set<Member>
  taken: number
}

function serve(): void {
  const disk = new Worker(new URL(import.meta.url), { workerData: process.argv[2] })
  const rooms = new Map<string, Set<Member>>()
  let waiting: { readonly from: Member; readonly message: Buffer }[] = []
  let isStoring = false
  let storedAt = 0
  let timer: NodeJS.Timeout | undefined

  function schedule(): void {
    if (isStoring || timer || waiting.length === 0) return
    timer = setTimeout(commit, Math.max(0, COMMIT_EVERY_MS - (performance.now() - storedAt)))
  }

  function commit(): void {
    timer = undefined
    isStoring = true
    storedAt = performance.now()
    const batch = waiting
    waiting = []
    disk.once('message', () => {
      for (const { from, message } of batch) tell(from, message)
      isStoring = false
      schedule()
    })
    const bytes = Uint8Array.from(Buffer.concat(batch.map(({ message }) => message)))
    disk.postMessage(bytes, [bytes.buffer])
  }

  function tell(from: Member, message: Buffer): void {
    from.taken += 1
    from.socket.send(ackOf(from.taken), { binary: true })
    for (const other of from.room) if (other !== from) other.socket.send(message, { binary: true })
  }

  const server = createServer()
  const sockets = new WebSocketServer({ server, perMessageDeflate: false })
  sockets.on('connection', (socket, request) => {
    const path = request.url ?? '/'
    const room = rooms.get(path) ?? new Set()
    const member: Member = { socket, room, taken: 0 }
    rooms.set(path, room.add(member))
    socket.on('message', (message) => {
      waiting.push({ from: member, message: message as Buffer })
      schedule()
    })
    socket.on('close', () => {
      room.delete(member)
      if (room.size === 0) rooms.delete(path)
    })
  })
  server.listen(0, '127.0.0.1', () => console.log(`Durable is ready at http://127.0.0.1:${(server.address() as AddressInfo).port}`))
}

/** The frame `ack count`, with a count as Lib0 writes it. */
function ackOf(count: number): Buffer {
  const bytes = [ACK]
  let rest = count
  while (rest > 127) {
    bytes.push((rest % 128) | 128)
    rest = Math.floor(rest / 128)
  }
  return Buffer.from([...bytes, rest])
}
