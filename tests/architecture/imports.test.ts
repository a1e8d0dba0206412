/** Who may import whom. The picture is in ARCHITECTURE.md; here it is checked. */
import { expect, test } from 'vitest'
import { type Source, sourcesOf } from './sources.ts'

const server = sourcesOf('server')
const client = sourcesOf('client')
const shared = sourcesOf('shared')

/** Folders of the server that know nothing of journals and people; features stand on them. */
const SERVER_PARTS = ['log', 'bus', 'database', 'threads', 'http', 'limits', 'clock', 'histogram', 'start-problem']
/** Folders of the client that features stand on. All others but `app` are features. */
const CLIENT_PARTS = ['ui', 'words', 'api', 'sync']
const REACT = /^(react|react-dom|@mantine\/.*|@tiptap\/react|wouter|@tanstack\/react-query)(\/.*)?$/

/** `relay` of `server/src/relay/room.ts`, `main` of `server/src/main.ts`. */
function placeOf(path: string): string {
  return (path.split('/')[2] ?? '').replace(/\.tsx?$/, '')
}

/** The imports that break a rule, as readable lines. */
function breaches(sources: readonly Source[], isAllowed: (from: string, to: string, isType: boolean) => boolean): string[] {
  return sources.flatMap((source) =>
    source.imports.filter((each) => !isAllowed(source.path, each.target, each.isType)).map((each) => `${source.path} imports ${each.target}`),
  )
}

test('shared imports nothing of ours and nothing of Node', () => {
  expect(breaches(shared, (_, to) => !to.startsWith('node:') && !/^(server|client|tests)\//.test(to))).toEqual([])
})

test('client and server never import each other, and neither imports tests', () => {
  expect(breaches(server, (_, to) => !/^(client|tests)\//.test(to))).toEqual([])
  expect(breaches(client, (_, to) => !/^(server|tests)\//.test(to) && !to.startsWith('node:'))).toEqual([])
})

test('in the server, parts never import features', () => {
  const parts = server.filter((source) => SERVER_PARTS.includes(placeOf(source.path)))
  expect(breaches(parts, (_, to) => !to.startsWith('server/') || SERVER_PARTS.includes(placeOf(to)))).toEqual([])
})

test('in the server, nobody imports main, only main imports app, only app imports relay', () => {
  const only: Readonly<Record<string, readonly string[]>> = { main: [], app: ['main'], relay: ['app'] }
  const isAllowed = (from: string, to: string) => {
    const importers = to.startsWith('server/') ? only[placeOf(to)] : undefined
    return importers === undefined || placeOf(to) === placeOf(from) || importers.includes(placeOf(from))
  }
  expect(breaches(server, isAllowed)).toEqual([])
})

test('in the client, features never import each other; app composes them', () => {
  const isAllowed = (from: string, to: string) => {
    if (!to.startsWith('client/') || placeOf(from) === 'main' || placeOf(from) === 'app') return true
    return placeOf(to) === placeOf(from) || CLIENT_PARTS.includes(placeOf(to))
  }
  expect(breaches(client, isAllowed)).toEqual([])
})

test('in the client, sync knows no React and ui knows no journal', () => {
  const sync = client.filter((source) => placeOf(source.path) === 'sync')
  expect(breaches(sync, (_, to) => !REACT.test(to) && !to.startsWith('client/src/ui/') && !to.endsWith('.tsx'))).toEqual([])
  const ui = client.filter((source) => placeOf(source.path) === 'ui')
  expect(breaches(ui, (_, to) => !/^shared\/src\/(document|contracts|wire)\//.test(to) && !/^client\/src\/(api|sync)\//.test(to))).toEqual([])
})

test('there are no cycles', () => {
  const byPath = new Map([...shared, ...server, ...client].map((source) => [source.path, source]))
  const done = new Set<string>()
  const cycles: string[] = []
  const walk = (path: string, above: readonly string[]) => {
    if (above.includes(path)) {
      cycles.push([...above.slice(above.indexOf(path)), path].join(' → '))
      return
    }
    if (done.has(path)) return
    for (const each of byPath.get(path)?.imports ?? []) if (!each.isType && byPath.has(each.target)) walk(each.target, [...above, path])
    done.add(path)
  }
  for (const path of byPath.keys()) walk(path, [])
  expect(cycles).toEqual([])
})
