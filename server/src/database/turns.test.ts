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
