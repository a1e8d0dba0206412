/** The calls about files. Their bytes are the body and the answer, so they are no contracts of JSON; who may call them is asked before a byte is read. */
import { FETCH, FileAsked, KEEP } from '@tandem/shared/contracts/files.ts'
import { Failure } from '@tandem/shared/failure.ts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { App, Caller } from '../http/app.ts'
import { requireMember } from '../journals/change-journal.ts'
import { type FileParts, keepFile, storeKey } from './keep-file.ts'
import { isPicture, JUST_BYTES } from './sniff-type.ts'

export function serveFiles(http: App, parts: FileParts): void {
  const { db, store, limits } = parts

  // A place of its own: nowhere else is a body anything but JSON.
  void http.register(async (app: FastifyInstance) => {
    app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
    const callers = new WeakMap<FastifyRequest, Caller>()

    app.route({
      method: 'POST',
      url: KEEP.path,
      bodyLimit: Math.min(limits.fileBytes, Number.MAX_SAFE_INTEGER),
      onRequest: async (request, reply) => {
        const caller = await callerOf(http, request)
        http.limits.countCall(request, reply, caller.person)
        await requireMember(db, { journal: askedFor(request).id, person: caller.person, act: 'edit' })
        if (Number(request.headers['content-length'] ?? 0) > limits.fileBytes) throw new Failure('file-too-large')
        callers.set(request, caller)
      },
      handler: async (request) => {
        const { id: journal, file, name } = askedFor(request)
        const caller = callers.get(request)
        if (!caller) throw new Failure('signed-out')
        if (!(request.body instanceof Uint8Array)) throw new Failure('malformed-input')
        return keepFile(parts, { journal, person: caller.person, file, name: name ?? file, bytes: request.body })
      },
    })

    app.get(FETCH.path, async (request, reply) => {
      const caller = await callerOf(http, request)
      http.limits.countCall(request, reply, caller.person)
      const { id: journal, file } = askedFor(request)
      await requireMember(db, { journal, person: caller.person, act: 'read' })
      const row = await db.selectFrom('files').select(['name', 'type']).where('journal_id', '=', journal).where('id', '=', file).executeTakeFirst()
      const bytes = row && (await store.get(storeKey(journal, file)))
      if (!row || !bytes) throw new Failure('unknown-file')
      const isShown = isPicture(row.type)
      return (
        reply
          .type(isShown ? row.type : JUST_BYTES)
          .header('content-disposition', `${isShown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeName(row.name)}`)
          .header('content-security-policy', "default-src 'none'; sandbox")
          // A file never changes under its id. Kept by its reader's browser alone, never by anything in between.
          .header('cache-control', 'private, max-age=31536000, immutable')
          .send(bytes)
      )
    })
  })
}

async function callerOf(app: App, request: FastifyRequest): Promise<Caller> {
  const caller = await app.findCaller(request)
  if (!caller) throw new Failure('signed-out')
  return caller
}

function askedFor(request: FastifyRequest) {
  const asked = FileAsked.safeParse({ ...(request.query as object), ...(request.params as object) })
  if (!asked.success) throw new Failure('malformed-input')
  return asked.data
}

/** RFC 8187: what encodeURIComponent leaves and a header may not hold. */
function encodeName(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}
