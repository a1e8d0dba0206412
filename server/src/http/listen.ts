/** Begins to listen, and says what is wrong when that cannot be. */
import type { FastifyInstance } from 'fastify'
import { StartProblem } from '../start-problem.ts'

export interface Place {
  readonly host: string
  readonly port: number
}

export interface Listening {
  /** What a browser on this machine would open. */
  readonly address: string
  readonly port: number
}

/** Throws a StartProblem when the port is taken, not allowed, or not on this machine. */
export async function listen(app: FastifyInstance, { host, port }: Place): Promise<Listening> {
  try {
    await app.listen({ host, port })
  } catch (error) {
    throw problemOf(error, { host, port })
  }
  const bound = app.server.address()
  if (bound === null || typeof bound === 'string') throw new Error('The server listens on no port.')
  return { address: `http://${nameOf(host)}:${bound.port}`, port: bound.port }
}

function nameOf(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}

function problemOf(error: unknown, { host, port }: Place): unknown {
  switch (error instanceof Error && 'code' in error ? error.code : undefined) {
    case 'EADDRINUSE':
      return new StartProblem(`Port ${port} on ${host} is taken by another program. Stop that one, or set PORT to another number.`, error)
    case 'EACCES':
      return new StartProblem(`Port ${port} may not be used by this account. Set PORT to a number above 1023.`, error)
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new StartProblem(`HOST must be an address of this machine, not "${host}".`, error)
    default:
      return error
  }
}
