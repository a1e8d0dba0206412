/** Leads to another's caret as soon as it is drawn: the page may have to be opened first. */
import { type RefObject, useEffect } from 'react'
import { showCaret } from '../../journal/carets.ts'
import type { Presence } from '../../presence/read-presence.ts'

/** A person without a caret on the page has none to be led to. */
const PATIENCE = 3_000

/** Goes once for every new object, so that the same face can be pressed again. */
export function useFollow(area: RefObject<HTMLElement | null>, followed: Presence | undefined): void {
  useEffect(() => {
    const root = area.current
    if (!followed || !root || showCaret(root, followed.connection)) return
    const watching = new MutationObserver(() => {
      if (showCaret(root, followed.connection)) stop()
    })
    watching.observe(root, { childList: true, subtree: true })
    const patience = setTimeout(stop, PATIENCE)
    function stop(): void {
      clearTimeout(patience)
      watching.disconnect()
    }
    return stop
  }, [area, followed])
}
