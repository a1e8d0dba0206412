/** A connection that says one hostile frame after the other and knows what became of each; a new socket whenever the old one was closed for it. */
import { readOwnFrame } from '@tandem/shared/wire/frames.ts'
import { WebSocket } from 'ws'
import type { TestJournal, TestPerson } from '../support/people.ts'
import { syncFrame } from './update-bytes.ts'

/** `taken`: neither refused nor closed for; it may have changed nothing all the same. */
export type Fate = 'taken' | 'refused' | 'closed'

export class HostileSocket {
  readonly #person: TestPerson
  readonly #journal: TestJournal
  #socket: WebSocket | undefined
  #isRefused = false
  /** Codes of refusals and closes. */
  readonly heard = new Map<string, number>()

  constructor(person: TestPerson, journal: TestJournal) {
    this.#person = person
    this.#journal = journal
  }

  /** Resolves once the server has handled the frame. `joins` is whether a new socket first joins as an honest one does. */
  async say(frame: Uint8Array, joins: boolean): Promise<Fate> {
    const socket = this.#socket?.readyState === WebSocket.OPEN ? this.#socket : await this.#open(joins)
    this.#isRefused = false
    socket.send(frame)
    // A pong is sent at once and a refusal at the end of the turn: so the refusal is sure to be here only with the second pong.
    await pong(socket)
    await pong(socket)
    return socket.readyState === WebSocket.OPEN ? (this.#isRefused ? 'refused' : 'taken') : 'closed'
  }

  close(): void {
    this.#socket?.terminate()
  }

  async #open(joins: boolean): Promise<WebSocket> {
    const { address, cookie } = this.#person
    const url = `${address.replace(/^http/, 'ws')}/sync/${this.#journal.documentId}?ack=1`
    const socket = new WebSocket(url, { headers: { cookie, origin: address }, perMessageDeflate: false })
    socket.on('message', (data: Buffer) => {
      if (data[0] !== 65) return
      const frame = readOwnFrame(data)
      this.#isRefused = true
      if (frame?.kind === 'refused') this.#count(frame.code)
    })
    socket.on('close', (code) => this.#count(`closed ${code}`))
    await new Promise((resolve, reject) => {
      socket.once('open', resolve)
      socket.once('error', reject)
      socket.once('unexpected-response', (_request, response) => reject(new Error(`The upgrade was refused with ${response.statusCode}.`)))
    })
    socket.on('error', () => this.#count('error'))
    if (joins) socket.send(syncFrame(0, Uint8Array.of(0)))
    this.#socket = socket
    return socket
  }

  #count(code: string): void {
    this.heard.set(code, (this.heard.get(code) ?? 0) + 1)
  }
}

/** Resolves with the answer to a ping, or with the close. */
function pong(socket: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    if (socket.readyState !== WebSocket.OPEN) return resolve()
    const done = () => {
      socket.off('pong', done)
      socket.off('close', done)
      resolve()
    }
    socket.on('pong', done)
    socket.on('close', done)
    socket.ping()
  })
}
