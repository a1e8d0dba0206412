/** A program of this folder in a process of its own, for what only another process can do: hold a lock, be killed. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

export interface Child {
  /** The lines it has printed so far. */
  readonly lines: readonly string[]
  /** Resolves once it has printed this line; rejects when it ends without. */
  said(line: string | RegExp): Promise<void>
  /** SIGKILL. Resolves when the process is gone and everything it printed is read. */
  kill(): Promise<void>
}

export function startChild(file: string, args: readonly string[]): Child {
  const child = spawn(process.execPath, [fileURLToPath(new URL(`./programs/${file}`, import.meta.url)), ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  const lines: string[] = []
  const errors: string[] = []
  const listeners = new Set<() => void>()
  let rest = ''
  let hasEnded = false
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\n')
    rest = parts.pop() ?? ''
    lines.push(...parts)
    for (const listener of listeners) listener()
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => errors.push(text))
  child.once('close', () => {
    hasEnded = true
    for (const listener of listeners) listener()
  })
  const closed = once(child, 'close')
  const kill = async () => {
    child.kill('SIGKILL')
    await closed
  }
  onTestFinished(kill)
  return {
    lines,
    said: (line) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (lines.some((each) => (typeof line === 'string' ? each === line : line.test(each)))) resolve()
          else if (hasEnded) reject(new Error(`${file} ended without saying ${String(line)}: ${errors.join('')}`))
          else return
          listeners.delete(look)
        }
        listeners.add(look)
        look()
      }),
    kill,
  }
}
