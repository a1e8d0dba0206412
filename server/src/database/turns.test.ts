import { expect, test } from 'vitest'
import { Turns } from './turns.ts'

test('turns come in the order they were asked for', async () => {
  const turns = new Turns()
  const order: string[] = []
  const speak = async (name: string) => {
    await turns.take()
    order.push(`${name} begins`)
    await Promise.resolve()
    order.push(`${name} ends`)
    turns.end()
  }
  await Promise.all([speak('Ana'), speak('Ben'), speak('Cleo')])
  expect(order).toEqual(['Ana begins', 'Ana ends', 'Ben begins', 'Ben ends', 'Cleo begins', 'Cleo ends'])
})

test('two at once, when two may', async () => {
  const turns = new Turns(2)
  const order: string[] = []
  const speak = async (name: string, until: Promise<void>) => {
    await turns.take()
    order.push(`${name} begins`)
    await until
    order.push(`${name} ends`)
    turns.end()
  }
  const { promise, resolve } = Promise.withResolvers<void>()
  const all = [speak('Ana', promise), speak('Ben', Promise.resolve()), speak('Cleo', Promise.resolve()), speak('Dora', Promise.resolve())]
  await Promise.all(all.slice(1))
  resolve()
  await all[0]
  expect(order).toEqual(['Ana begins', 'Ben begins', 'Ben ends', 'Cleo begins', 'Cleo ends', 'Dora begins', 'Dora ends', 'Ana ends'])
})
