/** `pnpm dev`: the server, restarted when a file of it changes, and the client with hot reload. Open the address Vite prints. Ctrl-C ends both. */
import { type ChildProcess, spawn } from 'node:child_process'
import { ROOT } from './steps.ts'

const children: ChildProcess[] = [
  spawn(process.execPath, ['--watch', '--watch-preserve-output', 'server/src/main.ts'], { cwd: ROOT, stdio: 'inherit' }),
  spawn('pnpm', ['--filter', '@tandem/client', 'run', 'dev'], { cwd: ROOT, stdio: 'inherit' }),
]

const stop = () => {
  for (const child of children) child.kill('SIGTERM')
}
process.on('SIGINT', stop)
process.on('SIGTERM', stop)
for (const child of children) child.once('exit', stop)
