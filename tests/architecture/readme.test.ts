/** What the README says of the configuration is what the program reads. */
import { VARIABLE_NAMES } from '@tandem/server/config.ts'
import { LIMIT_NAMES, LIMITS } from '@tandem/server/limits/limits.ts'
import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ROOT } from '../support/steps.ts'
import { listFiles, readText } from './sources.ts'

test('every variable is in the README’s table, and no other', () => {
  const told = [...readText('README.md').matchAll(/^\| `([A-Z0-9_]+)` \|/gm)].map((match) => match[1])
  expect(told.toSorted()).toEqual(VARIABLE_NAMES.toSorted())
})

test('every limit is in LIMITS.md with its default, and no other', () => {
  const told = [...readText('server/src/limits/LIMITS.md').matchAll(/^\| `([A-Z0-9_]+)` \| (\d+) \|/gm)].map((match) => [match[1], Number(match[2])])
  expect(told).toEqual(LIMIT_NAMES.map((name) => [LIMITS[name].variable, LIMITS[name].standard]))
})

test('every file a document links to is there', () => {
  const broken = listFiles()
    .filter((path) => path.endsWith('.md'))
    .flatMap((path) => {
      const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : ''
      const links = [...readText(path).matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map((match) => match[1] ?? '')
      return links.filter((link) => !existsSync(`${ROOT}${folder}${link}`)).map((link) => `${path}: ${link}`)
    })
  expect(broken).toEqual([])
})
