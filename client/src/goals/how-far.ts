/** What somebody types to say how far a goal is: a number or a word. Pure. */
import type { CheckIn } from '@tandem/shared/contracts/check-ins.ts'

const NUMBER = /^\s*[-+−]?\d+(?:[.,]\d+)?\s*%?\s*$/

/** Whether it says how far something is: a number only where it is one of those from 0 to 100. */
export function isHow(how: string): boolean {
  return how.trim() !== '' && (!NUMBER.test(how) || readHow(how).value !== null)
}

/** A whole number from 0 to 100, with or without a percent sign, is a value; everything else is a word. */
export function readHow(how: string): Pick<CheckIn, 'value' | 'word'> {
  const number = /^\s*(\d{1,3})\s*%?\s*$/.exec(how)?.[1]
  const value = number === undefined ? Number.NaN : Number(number)
  return value <= 100 ? { value, word: null } : { value: null, word: how.trim() }
}
