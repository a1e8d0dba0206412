/** Presence whose own fields are told a moment later: a letter is painted before the others hear that the caret stands behind it. */
import type { Awareness } from 'y-protocols/awareness'
import { afterPaint } from '../sync/after-paint.ts'

/** The same presence, but for fields set on it: what each was last is told when the browser has painted. */
export function tellingAfterPaint(awareness: Awareness): Awareness {
  const waiting = new Map<string, unknown>()
  const ownState = () => {
    const state = awareness.getLocalState()
    return state && { ...state, ...Object.fromEntries(waiting) }
  }
  const { ask } = afterPaint(() => {
    const state = ownState()
    waiting.clear()
    // Who has left has no state, and no caret to tell of.
    if (state) awareness.setLocalState(state)
  })
  const own = {
    getLocalState: ownState,
    setLocalStateField: (field: string, value: unknown) => {
      waiting.set(field, value)
      ask()
    },
  }
  return new Proxy(awareness, {
    get: (target, name) => {
      if (name === 'getLocalState' || name === 'setLocalStateField') return own[name]
      const value: unknown = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}
