/** Asks before the tab is closed while this device alone has some of the words. */
import { useEffect } from 'react'
import type { JournalSession } from '../../sync/session.ts'

export function useLeaveGuard(session: JournalSession): void {
  useEffect(() => {
    const onLeave = (event: BeforeUnloadEvent): void => {
      if (session.isUnsaved()) event.preventDefault()
    }
    window.addEventListener('beforeunload', onLeave)
    return () => window.removeEventListener('beforeunload', onLeave)
  }, [session])
}
