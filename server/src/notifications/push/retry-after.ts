/** When a service wants to be asked again (RFC 9110, 10.2.3): in so many seconds, or at a date. */
import type { Millis } from '@tandem/shared/ids.ts'

/** Milliseconds from now; `undefined` where nothing is said, or nothing that can be understood. */
export function retryAfter(header: string | undefined, now: Millis): Millis | undefined {
  if (header === undefined) return undefined
  if (/^\d{1,9}$/.test(header)) return Number(header) * 1000
  const date = header.endsWith(' GMT') ? Date.parse(header) : Number.NaN
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}
