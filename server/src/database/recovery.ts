/** Opens the connections anew after the disk or a file failed, again and again until it succeeds. */
import type { Millis } from '@tandem/shared/ids.ts'
import type { Cancel, Clock } from '../clock.ts'
import type { SqliteThreads } from './sqlite-dialect.ts'

/** Often enough that words kept on people's devices are stored soon after the disk works again. */
const RETRY_AFTER: Millis = 1000

/** Watches both connections until cancelled. While they are being opened anew nothing is written, so nothing is acknowledged. */
export function recoverWhenBroken(threads: SqliteThreads, clock: Clock): Cancel {
  const { writer, reader, turns } = threads
  let cancelRetry: Cancel | undefined
  let ended = false

  const recover = async () => {
    cancelRetry = undefined
    await turns.take()
    try {
      if (ended) return
      await writer.reopen()
      await reader.reopen()
    } catch {
      // The cause was told to everybody who asked for something; what is left to do is to try again.
      retry()
    } finally {
      turns.end()
    }
  }
  const retry = () => {
    if (!ended) cancelRetry ??= clock.after(RETRY_AFTER, () => void recover())
  }

  writer.whenBroken(retry)
  reader.whenBroken(retry)
  return () => {
    ended = true
    cancelRetry?.()
  }
}
