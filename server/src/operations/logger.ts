/** Structured logs, one JSON object a line: ids and codes, never words of a journal, tokens, addresses of people or secrets. */
import { type Logger, pino, stdTimeFunctions } from 'pino'

interface Told {
  readonly type: string
  readonly message: string
  readonly code?: unknown
  readonly stack?: string | undefined
  readonly cause?: Told
}

/** A logger that writes to the standard output. */
export function createLogger(level: string): Logger {
  return pino({ level, base: null, timestamp: stdTimeFunctions.isoTime, serializers: { err: tellError } })
}

/** Of an error only what is ours to tell: a library may hang a whole request on the errors it throws. */
function tellError(error: unknown): Told {
  if (!(error instanceof Error)) return { type: typeof error, message: 'thrown without an Error' }
  const code = 'code' in error ? error.code : undefined
  return {
    type: error.name,
    message: error.message,
    stack: error.stack,
    ...(code === undefined ? {} : { code }),
    ...(error.cause instanceof Error ? { cause: tellError(error.cause) } : {}),
  }
}
