/** The program's own source files, parsed: what each imports and which names it uses. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { parseSync } from 'oxc-parser'
import { ROOT } from '../support/steps.ts'

export interface Import {
  /** A path from the root of the repository for a file of ours, else the specifier as written. */
  readonly target: string
  /** The other end is needed for its types only. */
  readonly isType: boolean
}

export interface Source {
  /** From the root of the repository, as `server/src/main.ts`. */
  readonly path: string
  readonly text: string
  readonly imports: readonly Import[]
}

/** Every file of the repository that is not ignored. */
export function listFiles(): string[] {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: ROOT, encoding: 'utf8' })
  return listed.split('\n').filter((path) => path !== '' && existsSync(join(ROOT, path)))
}

export function readText(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8')
}

/** Tests, and what only tests use. */
export function isTest(path: string): boolean {
  return /\.test\.tsx?$|\/testing\//.test(path)
}

/** All TypeScript of a package, tests beside the code left out. */
export function sourcesOf(folder: 'shared' | 'server' | 'client'): Source[] {
  return listFiles()
    .filter((path) => path.startsWith(`${folder}/src/`) && /\.tsx?$/.test(path) && !isTest(path))
    .map(readSource)
}

function readSource(path: string): Source {
  const text = readText(path)
  const { module, errors } = parseSync(path, text)
  const problem = errors[0]
  if (problem) throw new Error(`${path}: ${problem.message}`)
  const imports: Import[] = []
  for (const each of module.staticImports) {
    // Only a statement whose every name is a type vanishes; `import './x.ts'` runs.
    const isType = each.entries.length > 0 && each.entries.every((entry) => entry.isType)
    imports.push({ target: resolve(path, each.moduleRequest.value), isType })
  }
  for (const each of module.staticExports) {
    for (const entry of each.entries) if (entry.moduleRequest) imports.push({ target: resolve(path, entry.moduleRequest.value), isType: entry.isType })
  }
  for (const each of module.dynamicImports) {
    const specifier = /^['"`](.*)['"`]$/s.exec(text.slice(each.moduleRequest.start, each.moduleRequest.end))?.[1]
    if (specifier) imports.push({ target: resolve(path, specifier), isType: false })
  }
  return { path, text, imports }
}

function resolve(from: string, specifier: string): string {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier)
  const own = /^@tandem\/(shared|server|client|tests)\/(.*)$/.exec(specifier)
  return own ? `${own[1]}/src/${own[2]}` : specifier
}
