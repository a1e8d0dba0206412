/** The day a goal of a plan names, where it is written without doubt. Day and month in figures ("3/4/2027") differ from country to country and are left alone. */
import { Day } from '@tandem/shared/ids.ts'

const ISO = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/
/** As German speakers write days, and nobody else otherwise. */
const WITH_DOTS = /(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)/

export function findDay(text: string): Day | null {
  const iso = ISO.exec(text)
  if (iso) return dayOf(iso[1], iso[2], iso[3])
  const dotted = WITH_DOTS.exec(text)
  return dotted ? dayOf(dotted[3], dotted[2], dotted[1]) : null
}

function dayOf(year = '', month = '', day = ''): Day | null {
  const parsed = Day.safeParse(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  return parsed.success ? parsed.data : null
}
