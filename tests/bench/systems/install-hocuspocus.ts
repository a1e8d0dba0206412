/** Fetches Hocuspocus and its SQLite extension from the npm registry into `.cache/`, once. It never becomes a dependency of ours. */
import { spawn } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

const FOLDER = new URL('../.cache/peers', import.meta.url).pathname
const VERSION = '4.7.0'
const BUILT = join(FOLDER, 'node_modules/better-sqlite3/build/Release/better_sqlite3.node')

let installing: Promise<string> | undefined

/** The folder it is installed in. Rejects with what npm said when it cannot be had. */
export function installHocuspocus(): Promise<string> {
  installing ??= install()
  return installing
}

async function install(): Promise<string> {
  if (existsSync(BUILT)) return FOLDER
  console.log('Fetching Hocuspocus and compiling its SQLite binding; this happens once and takes some minutes …')
  await mkdir(FOLDER, { recursive: true })
  await writeFile(join(FOLDER, 'package.json'), '{ "private": true }\n')
  await npm(['install', '--no-audit', '--no-fund', '--ignore-scripts', `@hocuspocus/server@${VERSION}`, `@hocuspocus/extension-sqlite@${VERSION}`])
  await npm(['rebuild', 'better-sqlite3'])
  return FOLDER
}

function npm(args: readonly string[]): Promise<void> {
  const headers = headersFolder()
  const child = spawn('npm', [...args], {
    cwd: FOLDER,
    env: { ...process.env, ...(headers ? { npm_config_nodedir: headers } : {}) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  const hear = (chunk: Buffer) => {
    printed = (printed + chunk.toString()).slice(-4000)
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`npm ${args[0]} failed (${code}):\n${printed}`))))
  })
}

/** Node's own headers beside the running binary, so that compiling asks nobody: in an ordinary installation, or in the npm package `node`. */
function headersFolder(): string | undefined {
  const home = dirname(dirname(realpathSync(process.execPath)))
  const places = [home, join(home, `node_modules/node-${process.platform}-${process.arch}`)]
  return places.find((place) => existsSync(join(place, 'include/node/node_api.h')))
}
