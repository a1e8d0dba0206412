/** The thread that reads documents into rows. */
import type { DocumentId } from '@tandem/shared/ids.ts'
import { TANDEM } from '../log/first-entry.ts'
import { unpackUpdates } from '../log/entry-bytes.ts'
import { answerJobs } from '../threads/answer-jobs.ts'
import { type KeptJournal, KeptJournals } from './kept-journals.ts'
import type { ProjectionJob, ProjectionResult } from './projection-messages.ts'
import { ReadableJournal } from './readable-journal.ts'
import { renewThreads } from './renew-anchors.ts'
import { unpackEntries } from './sent-entries.ts'
import { type GoingOn, Walk } from './walk.ts'

/** Some four hundred journals of a usual size. */
const KEPT_BYTES = 8_388_608

interface Pass {
  readonly document: DocumentId
  readonly journal: ReadableJournal
  readonly walk: Walk
  bytes: number
}

const kept = new KeptJournals(KEPT_BYTES)
let pass: Pass | undefined

answerJobs((job: ProjectionJob) => ({ result: perform(job), transfer: [] }))

function perform(job: ProjectionJob): ProjectionResult {
  switch (job.kind) {
    case 'resume': {
      const found = kept.take(job.document, job.at)
      if (!found) return { kind: 'unknown' }
      return begin(job.document, found, job.goingOn)
    }
    case 'begin': {
      const journal = new ReadableJournal(job.base, unpackUpdates(job.updates))
      return begin(job.document, { journal, seq: job.at, bytes: (job.base?.byteLength ?? 0) + job.updates.byteLength }, job.goingOn)
    }
    case 'walk': {
      const running = runningPass()
      for (const entry of unpackEntries(job.entries)) running.walk.take(entry)
      running.bytes += job.entries.updates.byteLength
      return { kind: 'begun' }
    }
    case 'renew':
      return { kind: 'renewed', ...renewThreads(runningPass().journal.text(), job.hung) }
    case 'finish': {
      const { walk, document, journal, bytes } = runningPass()
      const walked = walk.finish()
      pass = undefined
      kept.keep(document, { journal, seq: walked.seq, bytes })
      return { kind: 'walked', walked }
    }
  }
}

/** A pass that was given up in the middle leaves its document behind, which the next one throws away. */
function begin(document: DocumentId, { journal, seq, bytes }: KeptJournal, goingOn: GoingOn): ProjectionResult {
  pass?.journal.destroy()
  pass = { document, journal, bytes, walk: new Walk({ journal, since: seq, ...goingOn, nobody: TANDEM }) }
  return { kind: 'begun' }
}

function runningPass(): Pass {
  if (!pass) throw new Error('No pass has begun.')
  return pass
}
