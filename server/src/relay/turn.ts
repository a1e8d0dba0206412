/** What is done once, when everything that arrived in this turn of the event loop has been handled: first rooms hand over to the log, then sockets are written. */
import type { Clock } from '../clock.ts'

export interface AtTurnEnd {
  turnEnded(): void
}

export class Turn {
  readonly #clock: Clock
  #rooms: AtTurnEnd[] = []
  #sockets: AtTurnEnd[] = []
  #isScheduled = false

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** The caller sees to it that a room is added once. */
  addRoom(room: AtTurnEnd): void {
    this.#rooms.push(room)
    this.#schedule()
  }

  /** The caller sees to it that a socket is added once. */
  addSocket(socket: AtTurnEnd): void {
    this.#sockets.push(socket)
    this.#schedule()
  }

  #schedule(): void {
    if (this.#isScheduled) return
    this.#isScheduled = true
    this.#clock.atTurnEnd(this.#end)
  }

  readonly #end = (): void => {
    this.#isScheduled = false
    const rooms = this.#rooms
    this.#rooms = []
    for (const room of rooms) room.turnEnded()
    // Rooms may have had something to say, so the sockets come after them.
    const sockets = this.#sockets
    this.#sockets = []
    for (const socket of sockets) socket.turnEnded()
  }
}
