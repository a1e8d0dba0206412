/** Several updates as one, with the same content. */
import { mergeUpdates } from 'yjs'

/** Yjs merges a long list in quadratic time, so it is merged in tiers of this size. */
const TIER = 16

/** The updates as one, without losing a struct or a deletion. It does not need what they build on. */
export function mergeInTiers(updates: readonly Uint8Array[]): Uint8Array {
  let tier = updates
  while (tier.length > 1) {
    const next: Uint8Array[] = []
    for (let from = 0; from < tier.length; from += TIER) next.push(mergeUpdates(tier.slice(from, from + TIER)))
    tier = next
  }
  const [merged] = tier
  if (!merged) throw new Error('There is nothing to merge.')
  return merged
}
