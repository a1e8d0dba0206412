/** Things only one file may touch, so that a test can replace them and a reader knows where to look. */
import { parseSync, Visitor } from 'oxc-parser'
import { expect, test } from 'vitest'
import { type Source, sourcesOf } from './sources.ts'

const server = sourcesOf('server')
const TIMERS = new Set(['setTimeout', 'setInterval', 'setImmediate'])

/** Who calls `process.env` or a global timer. Comments and words do not count. */
function uses(source: Source): { env: boolean; timers: boolean } {
  const found = { env: false, timers: false }
  new Visitor({
    MemberExpression(node) {
      if (node.object.type !== 'Identifier' || node.property.type !== 'Identifier') return
      if (node.object.name === 'process' && node.property.name === 'env') found.env = true
      if (node.object.name === 'globalThis' && TIMERS.has(node.property.name)) found.timers = true
    },
    CallExpression(node) {
      if (node.callee.type === 'Identifier' && TIMERS.has(node.callee.name)) found.timers = true
    },
  }).visit(parseSync(source.path, source.text).program)
  if (source.imports.some((each) => /^(node:)?timers(\/promises)?$/.test(each.target))) found.timers = true
  return found
}

function pathsWhere(holds: (source: Source) => boolean): string[] {
  return server.filter(holds).map((source) => source.path)
}

test('only config reads the environment', () => {
  expect(pathsWhere((source) => uses(source).env)).toEqual(['server/src/config.ts'])
})

test('only the clock sets timers', () => {
  expect(pathsWhere((source) => uses(source).timers)).toEqual(['server/src/clock.ts'])
})

test('only the relay’s socket touches ws', () => {
  expect(pathsWhere((source) => source.imports.some((each) => each.target === 'ws'))).toEqual(['server/src/relay/socket.ts'])
})

test('only the database folder knows SQLite', () => {
  const outside = pathsWhere((source) => source.imports.some((each) => each.target === 'node:sqlite') && !source.path.startsWith('server/src/database/'))
  expect(outside).toEqual([])
})

test('only journal-doc knows the root names of the document', () => {
  const roots = /\.(getMap|getXmlFragment|getText|getArray)\(/
  const all = [...sourcesOf('shared'), ...server, ...sourcesOf('client')]
  expect(all.filter((source) => roots.test(source.text)).map((source) => source.path)).toEqual(['shared/src/document/journal-doc.ts'])
})
