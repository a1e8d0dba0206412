/**
 * A save state at a pace people can read: worse news at once, "Saved" only when it has been so for a moment. While somebody types, every keystroke is
 * saved within milliseconds: a badge that flickers says nothing, and a screen that is drawn twice for each letter is slow.
 */
import { type SaveState } from './save-state.ts'
import { unlessSame } from './session-state.ts'

export const CALM = 700

export interface SaveSource {
  save(): SaveState
  subscribe(listener: () => void): () => void
}

/** `get` gives the same object until something else is to be said; `subscribe` calls back then. */
export function calmSave(source: SaveSource): { readonly get: () => SaveState; readonly subscribe: (listener: () => void) => () => void } {
  let shown = source.save()
  return {
    get: () => shown,
    subscribe(listener) {
      let calming: ReturnType<typeof setTimeout> | undefined
      const show = (now: SaveState): void => {
        const before = shown
        shown = unlessSame(shown, now)
        if (shown !== before) listener()
      }
      const calm = (): void => {
        calming = undefined
        show(source.save())
      }
      const look = (): void => {
        const now = source.save()
        if (now.kind === 'saved' && shown.kind !== 'saved') {
          calming ??= setTimeout(calm, CALM)
          return
        }
        clearTimeout(calming)
        calming = undefined
        show(now)
      }
      look()
      const stop = source.subscribe(look)
      return () => {
        clearTimeout(calming)
        stop()
      }
    },
  }
}
