import type { Notice } from '@tandem/shared/contracts/notices.ts'
import { newId } from '@tandem/shared/ids.ts'
import { expect, test } from 'vitest'
import { withMarks } from './notice-marks.ts'

const notice = (at: number, marks: Partial<Notice> = {}) => ({ id: newId(), at, readAt: null, archivedAt: null, ...marks }) as Notice
const marked = (notices: readonly Notice[], marks: object) => ({ name: 'mark-notices', input: { notices: notices.map(({ id }) => id), ...marks }, at: 9 })

test('what waits to be marked is shown as marked, in the order of the marks', () => {
  const [first, second] = [notice(1), notice(2)]
  const shown = withMarks([first, second], 'inbox', [marked([first, second], { read: true }), marked([second], { read: false })])
  expect(shown.map(({ readAt }) => readAt)).toEqual([9, null])
})

test('what was put away leaves the inbox, has been read, and comes back', () => {
  const one = notice(1)
  expect(withMarks([one], 'inbox', [marked([one], { archived: true })])).toEqual([])
  const again = withMarks([one], 'inbox', [marked([one], { archived: true }), marked([one], { archived: false })])
  expect(again).toEqual([{ ...one, readAt: 9 }])
  expect(withMarks([notice(1, { archivedAt: 3 })], 'archive', [])).toHaveLength(1)
})

test('reading all leaves what came later, and an unreadable mark of another program changes nothing', () => {
  const notices = [notice(1), notice(5)]
  const shown = withMarks(notices, 'inbox', [
    { name: 'read-notices', input: { until: 3 }, at: 9 },
    { name: 'mark-notices', input: { colour: 'red' }, at: 9 },
  ])
  expect(shown.map(({ readAt }) => readAt)).toEqual([9, null])
})
