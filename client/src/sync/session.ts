/** What a screen may ask of an open journal. */
import type { Millis } from '@tandem/shared/ids.ts'
import type { RowKind } from '@tandem/shared/wire/row-kinds.ts'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import type { SaveState } from './save-state.ts'
import type { SessionState } from './session-state.ts'

export interface JournalSession {
  readonly doc: Y.Doc
  readonly awareness: Awareness
  state(): SessionState
  save(): SaveState
  /** Called when either has changed. Returns the way to stop listening. */
  subscribe(listener: () => void): () => void
  /** Calls back for everything written here. Returns the way to stop. */
  onEdit(listener: () => void): () => void
  /** Calls back when the server says that rows of this kind beside the document have changed. Returns the way to stop. */
  onHint(listener: (what: RowKind) => void): () => void
  /** When the server was heard last: everything it said before has arrived. By this device's clock. */
  heardAt(): Millis
  /** Whether this device alone has some of the words. */
  isUnsaved(): boolean
  /** Says whether this person may write here; not before it is told. */
  setMayWrite(mayWrite: boolean): void
  /** Tries the server now. */
  retry(): void
  close(): void
  /** Closes, and throws away what this device keeps of it: opened next, it is what the server has. Rejects when the device cannot do it. */
  forget(): Promise<void>
}
