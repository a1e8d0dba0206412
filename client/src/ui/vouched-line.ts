/** What people vouch for of one block, as the quiet line beside it says it: dots in people's colours, a few words, a strip of values. */

export interface Dot {
  readonly name: string
  readonly hue: number
  readonly isFilled: boolean
}

export interface VouchedPart {
  readonly text: string
  readonly tone: 'plain' | 'late' | 'good' | 'warn'
}

export interface VouchedLine {
  readonly dots: readonly Dot[]
  readonly parts: readonly VouchedPart[]
  /** Values from 0 to 100, the oldest first; drawn when there are two or more. */
  readonly strip: readonly number[]
  /** All of it in words, for those who do not see it. */
  readonly label: string
}
