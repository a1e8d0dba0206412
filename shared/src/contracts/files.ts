/** Files of a journal: pictures and whatever else is put into a page. Their bytes are the body of the call, not JSON. */
import { z } from 'zod'
import { FileId, JournalId } from '../ids.ts'

/** `POST` keeps a file under an id its sender has made; that and its name are in the query. */
export const KEEP = { method: 'POST', path: '/api/journals/:id/files' } as const

export const FETCH = { method: 'GET', path: '/api/journals/:id/files/:file' } as const

/** The query and path of both. */
export const FileAsked = z.object({
  id: JournalId,
  file: FileId,
  /** As its sender calls it: without the folders, without what cannot be seen. */
  name: z
    .string()
    .transform((name) =>
      name
        .replaceAll(/[\p{C}/\\]/gu, ' ')
        .trim()
        .slice(0, 200),
    )
    .pipe(z.string().min(1))
    .optional(),
})

export const KeptFile = z.object({
  file: FileId,
  name: z.string(),
  /** Told by the bytes: the type of a picture that may be shown, or `application/octet-stream`. */
  type: z.string(),
  bytes: z.int(),
})
export type KeptFile = z.infer<typeof KeptFile>
