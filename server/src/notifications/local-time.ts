/** The time by a person's own clock, wherever they live. */
import type { DigestTime } from '@tandem/shared/contracts/notification-settings.ts'
import type { Day, Millis } from '@tandem/shared/ids.ts'

export interface LocalTime {
  readonly day: Day
  readonly hour: number
  /** 1 is Monday, 7 Sunday. */
  readonly weekday: number
}

const formats = new Map<string, Intl.DateTimeFormat>()

export function localTime(at: Millis, timeZone: string): LocalTime {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  )
  const day = `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}` as Day
  return { day, hour: Number(parts.get('hour')), weekday: new Date(`${day}T00:00:00Z`).getUTCDay() || 7 }
}

/** The zones of the world have quarters of an hour at most. */
const STEP: Millis = 15 * 60_000
const DAY: Millis = 24 * 60 * 60_000

/** When a digest comes next. On a day whose clock leaves the hour out, at the first moment after it. */
export function nextDigestAt(now: Millis, { day, hour }: DigestTime, timeZone: string): Millis {
  const isTime = (at: Millis) => {
    const local = localTime(at, timeZone)
    return local.weekday === day && local.hour >= hour
  }
  let at = Math.floor(now / STEP) * STEP
  let wasTime = isTime(at)
  for (const end = at + 8 * DAY; at < end; ) {
    at += STEP
    const is = isTime(at)
    if (is && !wasTime) return at
    wasTime = is
  }
  throw new Error(`A week without ${day}/${hour} in ${timeZone}`)
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', hourCycle: 'h23' })
  formats.set(timeZone, format)
  return format
}
