/** How much memory a process holds. Linux. */
import { readFileSync } from 'node:fs'

/** Megabytes in memory now, and the most it ever was. */
export function memoryOf(processId: number | undefined): { readonly now: number; readonly peak: number } {
  const status = readFileSync(`/proc/${processId ?? 'self'}/status`, 'utf8')
  const megabytes = (name: string) => Math.round(Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0) / 1024)
  return { now: megabytes('VmRSS'), peak: megabytes('VmHWM') }
}
