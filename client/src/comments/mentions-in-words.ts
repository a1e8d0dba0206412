/** Who is named in a comment: `@` and a member's name, as it was chosen or typed. Pure. */
import type { PersonId } from '@tandem/shared/ids.ts'

export interface Nameable {
  readonly person: PersonId
  readonly name: string
}

/** Every member whose name stands after an `@`; of two whose names begin the same, the longer one that fits. */
export function findMentions(words: string, members: readonly Nameable[]): PersonId[] {
  const found = new Set<PersonId>()
  for (const [at] of words.matchAll(/@/g).map((match) => [match.index] as const)) {
    const named = nameAt(words, at + 1, members)
    if (named) found.add(named.person)
  }
  return [...found]
}

/** The words cut at mentions of these people. */
export function cutAtMentions(words: string, people: readonly Nameable[]): readonly { readonly text: string; readonly person: PersonId | undefined }[] {
  const parts: { text: string; person: PersonId | undefined }[] = []
  let from = 0
  for (const match of words.matchAll(/@/g)) {
    if (match.index < from) continue
    const named = nameAt(words, match.index + 1, people)
    if (!named) continue
    if (match.index > from) parts.push({ text: words.slice(from, match.index), person: undefined })
    from = match.index + 1 + named.name.length
    parts.push({ text: words.slice(match.index, from), person: named.person })
  }
  if (from < words.length) parts.push({ text: words.slice(from), person: undefined })
  return parts
}

function nameAt(words: string, at: number, people: readonly Nameable[]): Nameable | undefined {
  const fitting = people.filter(({ name }) => {
    const here = words.slice(at, at + name.length)
    return name !== '' && here.toLocaleLowerCase() === name.toLocaleLowerCase() && !/[\p{L}\p{N}]/u.test(words.charAt(at + name.length))
  })
  return fitting.toSorted((a, b) => b.name.length - a.name.length)[0]
}

/** What is being typed after an `@` at the caret; `undefined` when nobody is being named. */
export function namingAt(words: string, caret: number): { readonly at: number; readonly query: string } | undefined {
  const match = /(?:^|[\s(])@([\p{L}\p{N}.\- ]{0,40})$/u.exec(words.slice(0, caret))
  return match ? { at: caret - (match[1] ?? '').length - 1, query: match[1] ?? '' } : undefined
}
