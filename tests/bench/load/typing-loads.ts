/** The two ways people type in a load: as fast as the system answers, or at a steady pace. Each returns what ends it. */
import type { Crowd, Room } from './crowd.ts'
import type { Member } from './member.ts'

/** One writer per room keeps `window` updates in flight. */
export function typeByWindow(crowd: Crowd, window: number): () => void {
  const roomOf = new Map<Member, Room>()
  /** Confirmed within one piece of the network; answered in one write, as a busy client would. */
  const owed = new Map<Member, number>()
  let isTyping = true

  crowd.onConfirmed = (writer, count) => {
    if (isTyping) owed.set(writer, (owed.get(writer) ?? 0) + count)
  }
  crowd.onBatch = () => {
    for (const [writer, count] of owed) {
      const room = roomOf.get(writer)
      if (room) crowd.type(room, writer, count)
    }
    owed.clear()
  }
  for (const room of crowd.rooms) {
    const writer = room.members[0]
    if (!writer) continue
    roomOf.set(writer, room)
    crowd.type(room, writer, window)
  }
  return () => {
    isTyping = false
    owed.clear()
  }
}

interface Pace {
  /** How many of each room type. */
  readonly writers: number
  readonly perSecond: number
}

/** Everybody types at the same pace, each with a phase of their own, so that arrivals are spread like those of people who know nothing of each other. */
export function typeByPace(crowd: Crowd, { writers, perSecond }: Pace): () => void {
  const period = 1000 / perSecond
  const turns = crowd.rooms
    .flatMap((room) => room.members.slice(0, writers).map((member) => ({ room, member, due: performance.now() + Math.random() * period })))
    .toSorted((a, b) => a.due - b.due)
  let next = 0
  let timer: NodeJS.Timeout

  const tick = () => {
    const now = performance.now()
    for (let turn = turns[next]; turn && turn.due <= now; turn = turns[next]) {
      crowd.type(turn.room, turn.member, 1)
      turn.due += period
      next = (next + 1) % turns.length
    }
    timer = setTimeout(tick, 1)
  }
  tick()
  return () => clearTimeout(timer)
}
