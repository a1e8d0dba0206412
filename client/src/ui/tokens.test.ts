/** The palette keeps its promise: words are readable on everything they stand on, in both schemes. */
import { expect, test } from 'vitest'
import { contrast } from './contrast.ts'
import css from './tokens.css?raw'

function palette(afterSelector: string): ReadonlyMap<string, string> {
  const start = css.indexOf(afterSelector)
  const block = css.slice(start, css.indexOf('}', start))
  return new Map([...block.matchAll(/--([a-z0-9-]+):\s*(#[0-9a-f]{6})/g)].map((match) => [match[1] ?? '', match[2] ?? '']))
}

const light = palette(':root {')
const dark = palette(":root[data-mantine-color-scheme='dark']")
const people = [0, 1, 2, 3, 4, 5, 6, 7].map((hue) => `person-${hue}`)
const grounds = ['paper', 'surface', 'sunken']

const readable: readonly (readonly [string, string])[] = [
  ...['ink', 'ink-2', 'accent', 'amber', 'red'].flatMap((words) => grounds.map((ground) => [words, ground] as const)),
  ...people.flatMap((person) => ['paper', 'surface', `${person}-soft`].map((ground) => [person, ground] as const)),
  ...people.flatMap((person) => ['ink', 'ink-2'].map((words) => [words, `${person}-soft`] as const)),
  ...people.map((person) => ['on-person', person] as const),
  ['accent-ink', 'accent'],
  ['accent-ink', 'accent-strong'],
  ['accent', 'accent-soft'],
  ['ink', 'accent-soft'],
  ['ink', 'amber-soft'],
  ['amber', 'amber-soft'],
  ['ink', 'red-soft'],
  ['red', 'red-soft'],
  ['red-ink', 'red'],
  ['red-ink', 'red-strong'],
]

for (const [scheme, colours] of Object.entries({ light, dark })) {
  test.each(readable)(`${scheme}: %s can be read on %s`, (words, ground) => {
    expect(contrast(colours.get(words) ?? '', colours.get(ground) ?? '')).toBeGreaterThanOrEqual(4.5)
  })

  test.each(grounds)(`${scheme}: the edge of a field can be seen on %s`, (ground) => {
    expect(contrast(colours.get('edge') ?? '', colours.get(ground) ?? '')).toBeGreaterThanOrEqual(3)
  })
}

test('dark is the same whether the system or the person chose it', () => {
  expect(palette(':root:not([data-mantine-color-scheme])')).toEqual(dark)
})
