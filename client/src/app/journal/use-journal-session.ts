/** Opens a journal's session for as long as its screen stands, and longer while something in it is unsaved. */
import * as contracts from '@tandem/shared/contracts/journals.ts'
import * as meContracts from '@tandem/shared/contracts/me.ts'
import { Failure, type FailureCode } from '@tandem/shared/failure.ts'
import { SCHEMA_VERSION } from '@tandem/shared/document/schema.ts'
import type { DocumentId, JournalId, PersonId } from '@tandem/shared/ids.ts'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { call } from '../../api/call.ts'
import { Unreachable } from '../../api/unreachable.ts'
import { openJournalSession } from '../../sync/journal-session.ts'
import type { JournalSession } from '../../sync/session.ts'
import { closeWhenSaved, takeUpLingering } from '../../sync/lingering-sessions.ts'
import { rememberDocument } from '../../sync/opened-documents.ts'
import type { SessionState } from '../../sync/session-state.ts'

interface Opening {
  readonly journal: JournalId
  readonly documentId: DocumentId
  readonly person: PersonId
  readonly mayWrite: boolean
}

/** `undefined` only before the first effect. */
export function useJournalSession({ journal, documentId, person, mayWrite }: Opening): JournalSession | undefined {
  const [session, setSession] = useState<JournalSession>()
  useEffect(() => {
    const kept = takeUpLingering({ person, documentId })
    const opened = kept ?? open({ journal, documentId, person })
    kept?.retry()
    setSession(opened)
    return () => closeWhenSaved({ person, documentId }, opened)
  }, [journal, documentId, person])
  useEffect(() => session?.setMayWrite(mayWrite), [session, mayWrite])
  return session
}

export function useSessionState(session: JournalSession): SessionState {
  return useSyncExternalStore(session.subscribe, session.state)
}

function open({ journal, documentId, person }: Omit<Opening, 'mayWrite'>): JournalSession {
  rememberDocument(person, journal, documentId)
  const url = `${location.origin.replace(/^http/, 'ws')}/sync`
  return openJournalSession({ documentId, person, url, whyRefused: () => whyRefused(journal, person) })
}

async function whyRefused(id: JournalId, person: PersonId): Promise<FailureCode | undefined> {
  try {
    const me = await call(meContracts.get, {})
    if (me.id !== person) return 'signed-out'
    const journal = await call(contracts.get, { id })
    return journal.schema > SCHEMA_VERSION ? 'schema-too-old' : undefined
  } catch (error) {
    if (error instanceof Failure) return error.code
    if (error instanceof Unreachable) return undefined
    throw error
  }
}
