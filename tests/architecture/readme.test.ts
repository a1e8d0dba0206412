/** What the README says of the configuration is what the program reads. */
import { VARIABLE_NAMES } from '@tandem/server/config.ts'
import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ROOT } from '../support/steps.ts'
import { listFiles, readText } from './sources.ts'

test('every variable is in the README’s table, and no other', () => {
  const told = [...readText('README.md').matchAll(/^\| `([A-Z_]+)` \|/gm)].map((match) => match[1])
  expect(told.toSorted()).toEqual(VARIABLE_NAMES.toSorted())
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
