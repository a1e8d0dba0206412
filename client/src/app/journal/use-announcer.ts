/** Tells the others which page this person is on and when they write. */
import type { PageId } from '@tandem/shared/ids.ts'
import { useEffect, useState } from 'react'
import { type Announcer, announce } from '../../presence/announce.ts'
import type { JournalSession } from '../../sync/session.ts'

export function useAnnouncer(session: JournalSession, page: PageId | undefined): void {
  const [announcer, setAnnouncer] = useState<Announcer>()
  useEffect(() => {
    const started = announce(session.awareness)
    setAnnouncer(started)
    const stopListening = session.onEdit(() => started.wrote())
    return () => {
      stopListening()
      started.stop()
    }
  }, [session])
  useEffect(() => announcer?.showPage(page), [announcer, page])
}
