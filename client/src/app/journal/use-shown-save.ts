/** The save state at a pace people can read: worse news at once, "Saved" only when it has been so for a moment. */
import { useEffect, useState } from 'react'
import type { SaveState } from '../../sync/save-state.ts'

/** While somebody types, every keystroke is saved within milliseconds; a badge that flickers says nothing. */
const CALM = 700

export function useShownSave(save: SaveState): SaveState {
  const [calm, setCalm] = useState(save)
  useEffect(() => {
    if (save.kind !== 'saved') return setCalm(save)
    const waiting = setTimeout(() => setCalm(save), CALM)
    return () => clearTimeout(waiting)
  }, [save])
  return save.kind === 'saved' ? calm : save
}
