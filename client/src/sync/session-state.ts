/** What the screen has to know of an open journal beside its words. */
import type { FailureCode } from '@tandem/shared/failure.ts'
import type { SaveState } from './save-state.ts'
import type { StorageState } from './local-copy.ts'

/** `missing`: neither this device nor the server has given the words yet; attempts go on. */
export type ContentState = 'loading' | 'ready' | 'missing'

export interface SessionState {
  readonly save: SaveState
  readonly content: ContentState
  /** Whether a connection stands. Without one everything still works on this device. */
  readonly isConnected: boolean
  readonly storage: StorageState
  /** Why this person is not let in; `undefined` while nobody said so. */
  readonly barred: FailureCode | undefined
  /** Rises with every connection that caught up: what the server says beside the document is worth asking again. */
  readonly joins: number
}

/** Whether two states would look the same, so that nothing is drawn again for an ack. */
export function isSameState(a: SessionState, b: SessionState): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
