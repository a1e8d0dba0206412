/** Fetches Hocuspocus and its SQLite extension from the npm registry into `.cache/`, once. It never becomes a dependency of ours. */
import { spawn } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

const FOLDER = new URL('../.cache/peers', import.meta.url).pathname
const VERSION = '4.7.0'
const QUIETLY = ['--no-audit', '--no-fund', '--ignore-scripts']
/** The npm package that brings a Node of the running version, and the headers with it. */
const PACKAGE = `node-${process.platform}-${process.arch}`
const HEADERS = `${PACKAGE}@${process.versions.node}`
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
  const headers = nodeWithHeaders()
  await npm(['install', ...QUIETLY, `@hocuspocus/server@${VERSION}`, `@hocuspocus/extension-sqlite@${VERSION}`, ...(headers ? [] : [HEADERS])])
  await npm(['rebuild', 'better-sqlite3'], headers ?? join(FOLDER, 'node_modules', PACKAGE))
  return FOLDER
}

function npm(args: readonly string[], headers?: string): Promise<void> {
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
function nodeWithHeaders(): string | undefined {
  const home = dirname(dirname(realpathSync(process.execPath)))
  const places = [home, join(home, 'node_modules', PACKAGE)]
  return places.find((place) => existsSync(join(place, 'include/node/node_api.h')))
}
