/** How many comparisons with joiners there are at once. */
import { expect, test } from 'vitest'
import { Comparisons } from './comparisons.ts'

test('[R12] one comparison crosses at a time, none for who has gone, and of many at once the next joiners get everything', async () => {
  const answers: PromiseWithResolvers<Uint8Array>[] = []
  const comparisons = new Comparisons({
    diff: () => {
      const answer = Promise.withResolvers<Uint8Array>()
      answers.push(answer)
      return answer.promise
    },
  })
  let hasGone = false
  const bytes = new Uint8Array(1)
  const compare = (isPointless = () => false) => comparisons.compare({ bytes, vector: bytes, isPointless })
  const asked = [compare(), compare(() => hasGone), compare()]
  await expect.poll(() => answers.length).toBe(1)
  expect(comparisons.isBusy).toBe(false)
  asked.push(compare())
  expect(comparisons.isBusy).toBe(true)
  hasGone = true
  answers[0]?.resolve(bytes)
  await asked[1]
  await expect.poll(() => answers.length).toBe(2)
  answers[1]?.reject(new Error('no thread'))
  await expect(asked[2]).rejects.toThrow('no thread')
  await expect.poll(() => answers.length).toBe(3)
  answers[2]?.resolve(bytes)
  expect(await Promise.all([asked[0], asked[1], asked[3]])).toEqual([bytes, undefined, bytes])
  expect(comparisons.isBusy).toBe(false)
})
