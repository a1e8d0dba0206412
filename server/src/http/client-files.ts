/** The built client: its files, and its one page for every address that is not a file. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { refuse } from './refusals.ts'

const NOT_BUILT = 'The client of Tandem has not been built yet. Run "pnpm build" (or start with "npm start") and reload this page.'

/** Serves the client from a folder. Without a built client every page says so. */
export async function serveClient(app: FastifyInstance, folder: string): Promise<void> {
  const isBuilt = existsSync(join(folder, 'index.html'))
  if (isBuilt) {
    // The build names what is in assets/ by its content; everything else may change with the next version.
    await app.register(fastifyStatic, {
      root: folder,
      preCompressed: true,
      cacheControl: false,
      setHeaders: (reply, path) => {
        const isHashed = path.startsWith(join(folder, 'assets'))
        reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
  } else {
    app.log.warn('the client has not been built: pages cannot be shown until "pnpm build" has run')
  }
  app.setNotFoundHandler((request, reply) => {
    if (!isPage(request)) return refuse(reply, 'unknown-route')
    return isBuilt ? reply.sendFile('index.html') : tellNotBuilt(reply)
  })
}

function isPage({ method, url }: FastifyRequest): boolean {
  const path = url.split('?', 1)[0] ?? ''
  const isOurs = /^\/(api|sync|assets)(\/|$)/.test(path)
  // The ending of a name, and not what stands behind the dot of a signed token in a link.
  const isFile = /\.[a-z0-9]{1,11}$/i.test(path)
  return (method === 'GET' || method === 'HEAD') && !isOurs && !isFile
}

function tellNotBuilt(reply: FastifyReply): FastifyReply {
  return reply.code(503).type('text/plain; charset=utf-8').send(NOT_BUILT)
}
