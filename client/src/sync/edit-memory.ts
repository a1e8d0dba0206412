/** Writes down how much is unsaved: more at once, because the tab may be closed in the next moment; less a little later. */
import type { RememberedEdits, UnsavedEdits } from './unsaved-edits.ts'

export interface EditMemory {
  /** From now on it is written down there, beginning with what was found; until then, and where there is no storage, nowhere. */
  attach(place: Pick<UnsavedEdits, 'found' | 'remember'>): void
  note(now: RememberedEdits): void
  /** Writes what is still to be written. */
  close(): void
}

/** While somebody types, everything is saved and unsaved again at every keystroke. */
const SETTLING = 1_000

export function createEditMemory(onFailure: () => void): EditMemory {
  let place: Pick<UnsavedEdits, 'remember'> | undefined
  let known: RememberedEdits = { edits: 0, savedAt: null }
  let latest = known
  let settling: ReturnType<typeof setTimeout> | undefined

  function write(): void {
    clearTimeout(settling)
    if (latest.edits === known.edits && latest.savedAt === known.savedAt) return
    known = latest
    place?.remember(known).catch(onFailure)
  }

  return {
    attach(opened) {
      place = opened
      known = opened.found
      latest = opened.found
    },
    note({ edits, savedAt }) {
      latest = { edits, savedAt }
      clearTimeout(settling)
      if (edits > known.edits) write()
      else settling = setTimeout(write, SETTLING)
    },
    close: write,
  }
}
