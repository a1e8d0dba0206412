import { expect, test } from 'vitest'
import { hashInTurns } from './hash-in-turns.ts'

test('two passwords are hashed or compared at once, and no more', async () => {
  let running = 0
  let most = 0
  const take = async <Result>(result: Result): Promise<Result> => {
    running += 1
    most = Math.max(most, running)
    await new Promise((resolve) => setImmediate(resolve))
    running -= 1
    return result
  }
  const { hash, verify } = hashInTurns({ hash: (password) => take(`hash of ${password}`), verify: ({ password }) => take(password === 'right') })
  const results = await Promise.all([hash('a'), hash('b'), verify({ hash: '', password: 'right' }), verify({ hash: '', password: 'wrong' }), hash('c')])
  expect(results).toEqual(['hash of a', 'hash of b', true, false, 'hash of c'])
  expect(most).toBe(2)
})

test('what was hashed is recognised, and nothing else is', async () => {
  const { hash, verify } = hashInTurns()
  const hashed = await hash('a long word')
  expect(await verify({ hash: hashed, password: 'a long word' })).toBe(true)
  expect(await verify({ hash: hashed, password: 'another word' })).toBe(false)
})
