/** Tells quietly that a new version waits. It never comes by itself: a page that reloads under somebody's hands is worse than an old one. */
import { useEffect, useState } from 'react'
import { registerSW } from 'virtual:pwa-register'
import { words } from '../words/words.ts'
import { Prompt } from '../ui/Prompt.tsx'

/** How often an open page looks for a new version. */
const LOOK_EVERY = 30 * 60_000

export function UpdatePrompt() {
  const [update, setUpdate] = useState<() => Promise<void>>()
  const [isLater, setLater] = useState(false)

  useEffect(() => {
    let looking: ReturnType<typeof setInterval> | undefined
    const activate = registerSW({
      // Without this every tab that knew of the new version reloads when one of them takes it over, under hands that asked for nothing. What it has not loaded yet is gone.
      onNeedReload: () => setLater(false),
      onNeedRefresh: () => setUpdate(() => () => replaceProgram(activate)),
      onRegisteredSW(_url, registration) {
        // Offline the look fails, and the next one will do.
        looking = setInterval(() => void registration?.update().catch(() => undefined), LOOK_EVERY)
      },
    })
    return () => clearInterval(looking)
  }, [])

  if (!update || isLater) return null
  return (
    <Prompt
      says={words.journal.update.ready}
      act={{ label: words.journal.update.reload, onClick: () => void update() }}
      later={{ label: words.journal.update.later, onClick: () => setLater(true) }}
    />
  )
}

/** Lets the waiting program take over, and reloads once it has. By hand, because a page on its first visit has no old program to be replaced and is not told. */
async function replaceProgram(activate: () => Promise<void>): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration()
  const waiting = registration?.waiting
  waiting?.addEventListener('statechange', () => {
    if (waiting.state === 'activated') location.reload()
  })
  await activate()
  if (!waiting) location.reload()
}
