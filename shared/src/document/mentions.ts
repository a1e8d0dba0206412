/**
 * A mention of a person or a block is words with a link whose address is inside the journal. So it needs no node and no mark of its own: two people
 * may write around it at once, and a program that knows no mentions keeps it and shows its words.
 */

export interface Mention {
  readonly kind: 'person' | 'block'
  readonly id: string
}

const ADDRESS = /^tandem:(person|block)\/([^/\s]{1,64})$/

export function mentionHref({ kind, id }: Mention): string {
  return `tandem:${kind}/${id}`
}

/** Whom or what an address mentions; `undefined` for every other address. */
export function readMention(href: unknown): Mention | undefined {
  const match = typeof href === 'string' ? ADDRESS.exec(href) : null
  return match ? { kind: match[1] as Mention['kind'], id: match[2] ?? '' } : undefined
}
