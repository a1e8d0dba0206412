/** How the mentorship anchor of a goal stands: the mentee wants it, the mentor is willing and able. Pure. */
import type { AnchorAnswer, AnchorQuestion, AnchorReply } from '@tandem/shared/contracts/mentorship-anchors.ts'
import type { PersonId } from '@tandem/shared/ids.ts'
import type { Seat } from '@tandem/shared/roles.ts'

export const QUESTIONS: Readonly<Record<'mentor' | 'mentee', readonly AnchorQuestion[]>> = { mentee: ['wants'], mentor: ['willing', 'able'] }

export interface AnchorPerson {
  readonly person: PersonId
  readonly name: string
  readonly seat: Seat
}

export interface AnchorLine {
  readonly question: AnchorQuestion
  readonly of: AnchorPerson
  readonly reply: AnchorReply | undefined
}

export interface AnchorStanding {
  readonly lines: readonly AnchorLine[]
  /** `open`: both have answered, and everybody sees it. `hidden`: who has, is named. */
  readonly kind: 'open' | 'hidden'
  readonly answered: readonly AnchorPerson[]
  /** All three are yes. */
  readonly isAnchor: boolean
}

/** `undefined` while one of the two chairs is empty. `answers` are those this person may see; `given` names who has given all of theirs. */
export function anchorStanding(answers: readonly AnchorAnswer[], given: ReadonlySet<string>, people: readonly AnchorPerson[]): AnchorStanding | undefined {
  const mentee = people.find(({ seat }) => seat === 'mentee')
  const mentor = people.find(({ seat }) => seat === 'mentor')
  if (!mentee || !mentor) return undefined
  const line = (of: AnchorPerson, question: AnchorQuestion): AnchorLine => ({
    question,
    of,
    reply: answers.findLast((answer) => answer.person === of.person && answer.question === question)?.reply,
  })
  const lines = [...QUESTIONS.mentee.map((question) => line(mentee, question)), ...QUESTIONS.mentor.map((question) => line(mentor, question))]
  const isOpen = lines.every(({ reply }) => reply !== undefined)
  const answered = [mentee, mentor].filter((one) => given.has(one.person) || lines.every(({ of, reply }) => of !== one || reply !== undefined))
  return { lines, kind: isOpen ? 'open' : 'hidden', answered, isAnchor: lines.every(({ reply }) => reply === 'yes') }
}
