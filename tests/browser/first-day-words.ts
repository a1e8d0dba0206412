/** What Ben and Ana write on their first day: product.md's fortnight, as the words they might type. */

export interface Passage {
  /** The hint or heading whose block the caret is put into. */
  readonly at: string
  /** What is typed there; Enter between the lines. */
  readonly lines: readonly string[]
}

export const BEN: readonly Passage[] = [
  {
    at: 'What do you expect of yourself in this mentorship?',
    lines: ['I answer within two days, and say so when I cannot.', 'I tell you what I would do, and why you might not want to.'],
  },
  {
    at: 'One small thing that one of you does before you meet again',
    lines: ['Send Ana the two design reviews I learned most from', 'Ask Sam who decides about the on-call rota'],
  },
]

export const ANA: readonly Passage[] = [
  {
    at: 'And what do you hope the other will do?',
    lines: ['Tell me early when I am off track – kindly, but tell me.', 'Introduce me to people in “the room” when I am ready.'],
  },
  {
    at: 'A theme is enough for now. Finding the goal can be the first goal.',
    lines: ['Lead the billing migration (end of März?)', 'Become somebody who can disagree with a director'],
  },
  {
    at: 'A question you would like to bring to the first meeting',
    lines: ['How do I disagree with a director?', 'Is “senior” about scope or about people? 🤔'],
  },
]

/** Ben writes `first` into the last line of the page; then both go on at its end at the same time. */
export const SHARED = {
  first: 'We meet every second Thursday, ',
  ben: 'thirty minutes, camera on, notes here. ',
  ana: ' If one of us cannot come we say so the day before and move it by at most a week.',
}
