import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { askAnew } from './ask-anew.ts'

/** A server whose answers are let go by hand, and who shows them. */
function shown() {
  const queries = new QueryClient()
  const answers: PromiseWithResolvers<string>[] = []
  const queryFn = () => {
    const answer = Promise.withResolvers<string>()
    answers.push(answer)
    return answer.promise
  }
  const observer = new QueryObserver(queries, { queryKey: ['rows', 'j', 'touched'], queryFn })
  observer.subscribe(() => {})
  return { queries, answers, data: () => observer.getCurrentResult().data }
}

test('a first answer on its way when something changed is asked for again', async () => {
  const { queries, answers, data } = shown()
  const asked = askAnew(queries, ['rows', 'j'])
  answers[0]?.resolve('from before the change')
  await expect.poll(() => answers.length).toBe(2)
  answers[1]?.resolve('with the change')
  await asked
  expect(data()).toBe('with the change')
})

test('what has its answer is asked for once', async () => {
  const { queries, answers, data } = shown()
  answers[0]?.resolve('before')
  await expect.poll(data).toBe('before')
  const asked = askAnew(queries, ['rows', 'j'])
  answers[1]?.resolve('after')
  await asked
  expect([data(), answers.length]).toEqual(['after', 2])
})
