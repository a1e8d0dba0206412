/** Tells the others where this person is and whether they are writing. Speaks only when something changes. */
import type { PageId } from '@tandem/shared/ids.ts'
import type { Awareness } from 'y-protocols/awareness'
import type { Status } from './read-presence.ts'

/** Writing lasts this long after the last keystroke. */
const WRITING = 3_000
/** Without a touch of the page for this long, a person is idle; at once when they look elsewhere. */
const IDLE = 120_000
const TOUCHES = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const

export interface Announcer {
  showPage(page: PageId | undefined): void
  /** Something was written here. */
  wrote(): void
  stop(): void
}

export function announce(awareness: Awareness): Announcer {
  let touchedAt = Date.now()
  let wroteAt = 0

  function say(field: string, value: unknown): void {
    if (awareness.getLocalState()?.[field] !== value) awareness.setLocalStateField(field, value)
  }

  function status(now: number): Status {
    if (now - wroteAt < WRITING) return 'writing'
    return document.visibilityState === 'hidden' || now - touchedAt > IDLE ? 'idle' : 'here'
  }

  const update = (): void => say('status', status(Date.now()))
  const onTouch = (): void => {
    touchedAt = Date.now()
    update()
  }
  for (const touch of TOUCHES) window.addEventListener(touch, onTouch, { passive: true })
  document.addEventListener('visibilitychange', update)
  const watching = setInterval(update, 1_000)
  update()

  return {
    showPage: (page) => say('page', page ?? null),
    wrote() {
      wroteAt = Date.now()
      update()
    },
    stop() {
      for (const touch of TOUCHES) window.removeEventListener(touch, onTouch)
      document.removeEventListener('visibilitychange', update)
      clearInterval(watching)
    },
  }
}
