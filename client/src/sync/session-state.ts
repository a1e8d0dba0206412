/** What the screen has to know of an open journal beside its words and what is saved of them. */
import type { FailureCode } from '@tandem/shared/failure.ts'
import type { StorageState } from './local-copy.ts'

/** `missing`: neither this device nor the server has given the words yet; attempts go on. */
export type ContentState = 'loading' | 'ready' | 'missing'

/** Changes seldom. What changes with every keystroke is the save state, which is asked for apart, so that the screen is not drawn again for each. */
export interface SessionState {
  readonly content: ContentState
  /** Whether a connection stands. Without one everything still works on this device. */
  readonly isConnected: boolean
  readonly storage: StorageState
  /** Why this person is not let in; `undefined` while nobody said so. */
  readonly barred: FailureCode | undefined
  /** Why an edit was refused; `undefined` when none is. */
  readonly refusal: FailureCode | undefined
  /** Percent of what the journal may grow to, once it is 80 or more; 0 before. */
  readonly fullness: number
  /** Rises with every connection that caught up, and when the server says that my role changed: what it says beside the document is worth asking again. */
  readonly news: number
  /** Whether this connection has caught up: what is not here then is nowhere. */
  readonly isCurrent: boolean
}

/** The same object as before when nothing in it has changed, so that nothing is drawn again. */
export function unlessSame<State extends object>(before: State, now: State): State {
  return JSON.stringify(before) === JSON.stringify(now) ? before : now
}
