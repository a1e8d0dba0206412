/** What two honest people in another room feel of whatever happens elsewhere. */
import { fork } from 'node:child_process'
import { once } from 'node:events'

/** The 99th percentile in ms of the keystrokes since the last look. */
export interface Felt {
  readonly p99: number
  readonly keystrokes: number
}

export interface Bystanders {
  takeFelt(): Promise<Felt>
  stop(): Promise<unknown>
}

/** Lets two people type at a server until they are stopped. */
export function watchBystanders(address: string): Bystanders {
  const child = fork(new URL('bystanders-process.ts', import.meta.url), [address])
  return {
    takeFelt: async () => {
      const answer = once(child, 'message') as Promise<[Felt]>
      child.send('take')
      return (await answer)[0]
    },
    stop: () => {
      child.kill()
      return once(child, 'exit')
    },
  }
}
