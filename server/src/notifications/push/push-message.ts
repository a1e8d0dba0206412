/** Handing a message to a device, and what can become of that. */
import type { PushMessage } from '@tandem/shared/contracts/push.ts'
import type { Millis } from '@tandem/shared/ids.ts'

export interface PushAddress {
  readonly endpoint: string
  readonly p256dh: string
  readonly auth: string
}

/** `gone`: there is no such device any more. `unclear`: it was on its way when the line broke, and may have arrived. */
export type PushHandover =
  | { readonly kind: 'taken' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'refused'; readonly isFinal: boolean; readonly reason: string; readonly after?: Millis | undefined }
  | { readonly kind: 'unclear'; readonly reason: string }

/** Where messages are handed in. */
export interface PushPost {
  /** Never rejects: whatever goes wrong is a kind of answer. */
  hand(address: PushAddress, message: PushMessage): Promise<PushHandover>
  /** Breaks off what is under way. */
  close(): void
}
