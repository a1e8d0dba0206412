/** Tells what the server would not take, and asks before the page is closed while something said here is only on this device. */
import { lazy, Suspense, useEffect, useState } from 'react'
import { useOutbox, useRefused } from '../api/outbox.tsx'
import { words } from '../words/words.ts'
import { Prompt } from '../ui/Prompt.tsx'

const RefusedDialog = lazy(() => import('./RefusedDialog.tsx').then((module) => ({ default: module.RefusedDialog })))

export function OutboxNotice() {
  const outbox = useOutbox()
  const refused = useRefused()
  const [isOpen, setOpen] = useState(false)

  useEffect(() => {
    const onLeave = (event: BeforeUnloadEvent): void => {
      if (outbox && outbox.waiting().length > 0) event.preventDefault()
    }
    window.addEventListener('beforeunload', onLeave)
    return () => window.removeEventListener('beforeunload', onLeave)
  }, [outbox])

  if (!outbox || refused.length === 0) return null
  return (
    <>
      <Prompt says={words.refused.told(refused.length)} act={{ label: words.refused.look, onClick: () => setOpen(true) }} />
      {isOpen && (
        <Suspense>
          <RefusedDialog outbox={outbox} refused={refused} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
