/** A time as one would say it. While it is told in minutes it keeps right by itself, though nothing around it is drawn again. */
import { useEffect, useReducer } from 'react'
import { spokenTime } from '../words/dates.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

export function SpokenTime({ at, className }: { readonly at: number; readonly className?: string | undefined }) {
  const [minute, next] = useReducer((count: number) => count + 1, 0)
  useEffect(() => {
    const age = Date.now() - at
    if (age >= HOUR) return undefined
    const timer = setTimeout(next, MINUTE - (Math.max(0, age) % MINUTE))
    return () => clearTimeout(timer)
  }, [at, minute])
  return (
    <time className={className} dateTime={new Date(at).toISOString()}>
      {spokenTime(at, Date.now())}
    </time>
  )
}
