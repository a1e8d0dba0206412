/** What every file keeps to: a size one can read, a first line that says its idea, and nothing of the machine it was written on. */
import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { isTest, listFiles, readText } from './sources.ts'

const LONGEST = 250
const files = listFiles()
const code = files.filter((path) => /\.tsx?$/.test(path))
const texts = files.filter((path) => !/\.(png|jpg|webp|woff2|ico|gz|bin|lock)$/.test(path) && path !== 'pnpm-lock.yaml')

test(`no file is longer than ${LONGEST} lines`, () => {
  const long = code.map((path) => ({ path, lines: readText(path).split('\n').length })).filter((file) => file.lines > LONGEST)
  expect(long).toEqual([])
})

test('the top level holds the packages and nothing beside them but what tools expect there', () => {
  const folders = new Set(files.filter((path) => path.includes('/')).map((path) => path.slice(0, path.indexOf('/'))))
  expect([...folders].toSorted()).toEqual(['.ci', 'client', 'server', 'shared', 'tests'])
})

test('the first lines of a file say its idea', () => {
  const silent = code.filter((path) => !isTest(path) && !path.endsWith('.d.ts') && !/^(#!.*\n)?\s*(\/\*\*?|\/\/)\s*\S/.test(readText(path)))
  expect(silent).toEqual([])
})

test('files are named in kebab-case, components in PascalCase, and none is a barrel', () => {
  const odd = code.filter((path) => {
    const name = basename(path)
    return /^index\.tsx?$/.test(name) || !/^([a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*\.tsx?|[A-Z][A-Za-z0-9]*(\.test)?\.tsx)$/.test(name)
  })
  expect(odd).toEqual([])
})

test('no file names a folder of somebody’s machine or a package registry', () => {
  // In brackets and escapes, so that this file does not find itself.
  const machine = /\/wor[k]\/(main|shared)|\/roo[t]\/|\/hom[e]\/[a-z]+\/|registry\.npmj[s]/
  expect(texts.filter((path) => machine.test(readText(path)))).toEqual([])
})

test('every suite of tests/ is one of npm test’s', () => {
  const suites = new Set(files.filter((path) => path.startsWith('tests/') && isTest(path)).map((path) => path.split('/')[1] ?? ''))
  // These stand among the units.
  for (const folder of ['support', 'bench']) suites.delete(folder)
  const [projects, run] = [readText('vitest.config.ts'), readText('tests/run.ts')]
  expect([...suites].filter((suite) => !projects.includes(`'${suite}'`) || !run.includes(`'${suite}'`))).toEqual([])
})
