import { encodeAck } from '@tandem/shared/wire/frames.ts'
import { expect, test } from 'vitest'
import { frameAck } from './server-frames.ts'

test.for([1, 127, 128, 16_384, 2 ** 31, 2 ** 40 + 5])('an ack of %d is what the protocol says, behind a websocket header', (count) => {
  const message = encodeAck(count)
  expect([...frameAck(count)]).toEqual([0x82, message.length, ...message])
})
