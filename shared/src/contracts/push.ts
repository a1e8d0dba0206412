/** Push: telling a person on a device of theirs while Tandem is closed there. A device is a sign-in: when that ends, so does its telling. */
import { z } from 'zod'
import { type JournalId, Millis } from '../ids.ts'
import { contract } from './contract.ts'

/** Where a browser is told, and the keys that nobody but it can read with (RFC 8291), as the browser gives them. */
export const PushTarget = z.object({
  endpoint: z.url({ protocol: /^https$/ }).max(1000),
  /** A point of the curve P-256, uncompressed: 65 bytes. */
  p256dh: z.string().regex(/^B[\w-]{86}$/),
  /** 16 bytes. */
  auth: z.string().regex(/^[\w-]{22}$/),
})
export type PushTarget = z.infer<typeof PushTarget>

/** What became of telling this device last. */
export const PushState = z.enum(['waiting', 'sent', 'failed', 'doubtful'])
export type PushState = z.infer<typeof PushState>

/** How this device is told. */
export const PushSettings = z.object({
  /** The key by which push services know this server; absent where it sends to none. */
  key: z.string().nullable(),
  /** Whether the device of this sign-in is told. */
  isOn: z.boolean(),
  /** How many other devices of this person are. */
  others: z.number().int().nonnegative(),
  last: z.object({ state: PushState, at: Millis, trouble: z.string().nullable() }).nullable(),
})

/** The device of this sign-in is told from now on, there and nowhere else. Refused with `unknown-push-service`. */
export const turnOn = contract({ method: 'POST', path: '/api/me/push', input: PushTarget, output: z.object({}) })

/** The device of this sign-in is told no more. Twice is once. */
export const turnOff = contract({ method: 'DELETE', path: '/api/me/push', input: z.object({}), output: z.object({}) })

/** What a device is told, in the words of its person's language: the program's worker there knows none. */
export interface PushMessage {
  readonly title: string
  readonly body: string
  /** A newer message about the same journal takes the place of the older one. */
  readonly journal: JournalId
  /** Where a click leads, on this server. */
  readonly path: string
  readonly language: string
}
