/** Several updates as one, with the same content. */
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

/** Yjs merges a long list in quadratic time, so it is merged in tiers of this size. */
const TIER = 16

type Struct = Y.Item | Y.GC | Y.Skip

/** The updates as one, without losing a struct or a deletion. It does not need what they build on. */
export function mergeUpdatesWhole(updates: readonly Uint8Array[]): Uint8Array {
  let tier = updates
  while (tier.length > 1) {
    const next: Uint8Array[] = []
    for (let from = 0; from < tier.length; from += TIER) next.push(Y.mergeUpdates(tier.slice(from, from + TIER)))
    tier = next
  }
  const [merged] = tier
  if (!merged) throw new Error('There is nothing to merge.')
  return joinNeighbours(merged)
}

/**
 * Writes a run of keystrokes as the one string that Yjs would have made of them had they been typed at once: an item of two characters is defined as
 * the second one hanging on the first with the same right neighbour. A fifth of the bytes, the same document.
 */
function joinNeighbours(update: Uint8Array): Uint8Array {
  const { structs } = Y.decodeUpdate(update)
  if (structs.some((struct) => struct instanceof Y.Skip)) return update
  const clients = new Map<number, Struct[]>()
  for (const struct of structs) {
    const own = clients.get(struct.id.client) ?? []
    clients.set(struct.id.client, own)
    const last = own.at(-1)
    if (!last || !join(last, struct)) own.push(struct)
  }
  const encoder = new Y.UpdateEncoderV1()
  encoding.writeVarUint(encoder.restEncoder, clients.size)
  for (const [client, own] of clients) writeClient(encoder, { client, own })
  encoding.writeUint8Array(encoder.restEncoder, deletesOf(update))
  return encoder.toUint8Array()
}

/** Adds the right struct to the left one if they are one by definition. Only text: a map's values look alike on the wire and are not. */
function join(left: Struct, right: Struct): boolean {
  if (!(left instanceof Y.Item && right instanceof Y.Item)) return false
  if (!(left.content instanceof Y.ContentString && right.content instanceof Y.ContentString)) return false
  if (left.id.clock + left.length !== right.id.clock) return false
  if (!Y.compareIDs(right.origin, left.lastId) || !Y.compareIDs(left.rightOrigin, right.rightOrigin)) return false
  left.length += right.length
  return left.content.mergeWith(right.content)
}

function writeClient(encoder: Y.UpdateEncoderV1, { client, own }: { readonly client: number; readonly own: readonly Struct[] }): void {
  encoding.writeVarUint(encoder.restEncoder, own.length)
  encoder.writeClient(client)
  encoding.writeVarUint(encoder.restEncoder, own[0]?.id.clock ?? 0)
  for (const struct of own) struct.write(encoder, 0)
}

/** The delete set at the end of an update: what is left of it for somebody who has all its structs, behind a count of none. */
function deletesOf(update: Uint8Array): Uint8Array {
  return Y.diffUpdate(update, Y.encodeStateVector(Y.parseUpdateMeta(update).to)).subarray(1)
}
