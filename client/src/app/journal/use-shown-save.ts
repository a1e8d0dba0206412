/** The save state at a pace people can read: worse news at once, "Saved" only when it has been so for a moment. */
import { useState } from 'react'
import type { SaveState } from '../../sync/save-state.ts'
import { useLasting } from './use-lasting.ts'

/** While somebody types, every keystroke is saved within milliseconds; a badge that flickers says nothing. */
const CALM = 700

export function useShownSave(save: SaveState): SaveState {
  const isSaved = save.kind === 'saved'
  const isCalm = useLasting(isSaved, CALM)
  const [worse, setWorse] = useState<SaveState>()
  if (!isSaved && worse?.kind !== save.kind) setWorse(save)
  return isSaved && !isCalm && worse ? worse : save
}
