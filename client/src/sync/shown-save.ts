/** What the badge says when words of the document and commands of the outbox are both on their way: never more than is true of either. Pure. */
import type { SaveState } from './save-state.ts'

export interface WaitingCommands {
  readonly count: number
  /** Whether the server was tried and could not be told. */
  readonly isStalled: boolean
}

export function withWaiting(save: SaveState, { count, isStalled }: WaitingCommands): SaveState {
  if (count === 0) return save
  switch (save.kind) {
    case 'on-device':
    case 'cannot-save':
      return { ...save, edits: save.edits + count }
    default:
      return isStalled ? { kind: 'on-device', edits: count } : { kind: 'saving' }
  }
}
