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

/**
 * Everybody types at the same pace on average, a key after half to one and a half times the mean, as people do. With a fixed beat the five phases drawn at the start decided
 * for a whole run how often two keys fell together.
 */
export function typeByPace(crowd: Crowd, { writers, perSecond }: Pace): () => void {
  const period = 1000 / perSecond
  const typists = crowd.rooms.flatMap((room) =>
    room.members.slice(0, writers).map((member) => ({ room, member, due: performance.now() + Math.random() * period })),
  )
  let timer: NodeJS.Timeout

  const tick = () => {
    const now = performance.now()
    for (const typist of typists) {
      if (typist.due > now) continue
      crowd.type(typist.room, typist.member, 1)
      typist.due += period * (0.5 + Math.random())
    }
    timer = setTimeout(tick, 1)
  }
  tick()
  return () => clearTimeout(timer)
}
