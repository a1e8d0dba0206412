/** Three updates written by hand that Yjs throws at while it cleans up after the last, and after which a document tells of no edit any more. */
import * as encoding from 'lib0/encoding'
import { updateBytes } from './update-bytes.ts'

const ID = 3002
const [type, text] = [(encoder: encoding.Encoder) => encoding.writeVarUint(encoder, 2), (encoder: encoding.Encoder) => encoding.writeVarString(encoder, 'xy')]

/** An item between two of different parents, and then the deletion of one of these. */
export const POISON: readonly Uint8Array[] = [
  updateBytes({ clients: [{ client: ID, clock: 0, structs: [{ info: 0x27, parent: 'a', key: 'x', content: type }] }] }),
  updateBytes({
    clients: [
      {
        client: ID,
        clock: 1,
        structs: [
          { info: 7, parent: 'b', content: type },
          { info: 0x84, origin: { client: ID, clock: 1 }, content: text },
          { info: 0x24, parent: { client: ID, clock: 0 }, key: 'y', content: text },
        ],
      },
    ],
  }),
  updateBytes({
    clients: [{ client: ID - 1, clock: 0, structs: [{ info: 0xc7, origin: { client: ID, clock: 2 }, rightOrigin: { client: ID, clock: 5 }, content: type }] }],
    deletes: [{ client: ID, ranges: [[0, 2]] }],
  }),
]
