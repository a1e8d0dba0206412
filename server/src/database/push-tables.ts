/** Telling by push; see notifications/push. */
import type { JournalId, Millis, PersonId, PushId, SignInId } from '@tandem/shared/ids.ts'

export interface PushTables {
  push_targets: PushTargetsTable
  pushes: PushesTable
}

/** A device that is told: one for each sign-in, and each address once. */
export interface PushTargetsTable {
  sign_in_id: SignInId
  person_id: PersonId
  /** The origin of its address. */
  service: string
  endpoint: string
  p256dh: string
  auth: string
  created_at: Millis
}

/** A message on its way to a device, or what became of it: no words, only about which journal. */
export interface PushesTable {
  id: PushId
  sign_in_id: SignInId
  person_id: PersonId
  journal_id: JournalId
  /** `sending` is claimed by a process; `dropped` had nothing left to say. */
  state: 'waiting' | 'sending' | 'sent' | 'failed' | 'doubtful' | 'dropped'
  created_at: Millis
  /** Not tried before. */
  next_at: Millis
  attempts: number
  changed_at: Millis
  /** What the push service, or the way there, said last. */
  trouble: string | null
}
