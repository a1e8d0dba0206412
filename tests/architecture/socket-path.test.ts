/** What the thread of the sockets never does: a document is built only in threads of its own. */
import { expect, test } from 'vitest'
import { sourcesOf } from './sources.ts'

const byPath = new Map([...sourcesOf('shared'), ...sourcesOf('server')].map((source) => [source.path, source]))

/** Everything that is loaded with a file; what a thread loads stands behind a URL and is not among it. */
function loadedBy(path: string, found = new Set<string>()): ReadonlySet<string> {
  const source = byPath.get(path)
  if (!source || found.has(path)) return found
  found.add(path)
  for (const each of source.imports) if (!each.isType) loadedBy(each.target, found)
  return found
}

const builds = (path: string) => /new Y\.Doc\(|Y\.applyUpdate(V2)?\(/.test(byPath.get(path)?.text ?? '')

/** The first words of a new journal, once, out of a template. */
const SEED = 'shared/src/document/seed.ts'

test('nothing that the server’s own thread loads builds a document, but for the seed of a new one; its snapshots and its projection do, in threads', () => {
  const loaded = loadedBy('server/src/main.ts')
  expect(loaded.size).toBeGreaterThan(100)
  expect([...loaded].filter(builds)).toEqual([SEED])
  for (const thread of ['server/src/log/snapshot-worker.ts', 'server/src/projection/projection-worker.ts']) {
    expect(loaded).not.toContain(thread)
    expect([...loadedBy(thread)].filter(builds)).toContain('server/src/log/build-document.ts')
  }
})
