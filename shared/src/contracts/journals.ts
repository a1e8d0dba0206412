/** Journals and their members. */
import { z } from 'zod'
import { TemplateId } from '../document/templates/template.ts'
import { DocumentId, JournalId, Millis, PersonId, RowId } from '../ids.ts'
import { Role, Seat } from '../roles.ts'
import { contract } from './contract.ts'
import { oneLine } from './one-line.ts'

export const TITLE_LIMIT = 200
export const Title = oneLine(TITLE_LIMIT)

export const Member = z.object({
  person: PersonId,
  name: z.string(),
  /** Index into the palette of people's hues; stable in one journal. */
  hue: z.number().int().nonnegative(),
  seat: Seat,
  role: Role,
  joinedAt: Millis,
})
export type Member = z.infer<typeof Member>

export const JournalSummary = z.object({
  id: JournalId,
  documentId: DocumentId,
  title: z.string(),
  seat: Seat,
  role: Role,
  members: z.array(Member),
  createdAt: Millis,
  /** When somebody last wrote in it. */
  changedAt: Millis,
  archivedAt: Millis.nullable(),
})
export type JournalSummary = z.infer<typeof JournalSummary>

const Id = z.object({ id: JournalId })
const Nothing = z.object({})

export const create = contract({
  method: 'POST',
  path: '/api/journals',
  input: z.object({
    title: Title,
    seat: z.enum(['mentor', 'mentee']),
    template: TemplateId.default('fresh-start'),
    /** The language of the template's words (BCP 47); English where there are none in it. */
    language: z.string().max(35).default('en'),
    /** A template of one's own, in place of ours. */
    saved: RowId.optional(),
  }),
  output: z.object({ id: JournalId, documentId: DocumentId }),
})

/** Mine, archived ones too, the latest changed first. */
export const list = contract({ method: 'GET', path: '/api/journals', input: Nothing, output: z.object({ journals: z.array(JournalSummary) }) })

/** One journal as I see it; `schema` is the document schema the server speaks, so a refused page knows that it must reload. */
export const get = contract({ method: 'GET', path: '/api/journals/:id', input: Id, output: JournalSummary.extend({ schema: z.number() }) })

export const rename = contract({ method: 'PATCH', path: '/api/journals/:id', input: Id.extend({ title: Title }), output: Nothing })
export const archive = contract({ method: 'POST', path: '/api/journals/:id/archive', input: Id, output: Nothing })
export const unarchive = contract({ method: 'POST', path: '/api/journals/:id/unarchive', input: Id, output: Nothing })
export const leave = contract({ method: 'POST', path: '/api/journals/:id/leave', input: Id, output: Nothing })

export const changeRole = contract({
  method: 'PATCH',
  path: '/api/journals/:id/members/:person',
  input: Id.extend({ person: PersonId, role: Role }),
  output: Nothing,
})
export const removeMember = contract({ method: 'DELETE', path: '/api/journals/:id/members/:person', input: Id.extend({ person: PersonId }), output: Nothing })
