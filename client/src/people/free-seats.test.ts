import { expect, test } from 'vitest'
import { likelySeat, offeredSeats } from './free-seats.ts'

test('the pair’s empty seat is offered first', () => {
  expect(likelySeat([{ seat: 'mentor' }])).toBe('mentee')
  expect(likelySeat([{ seat: 'mentee' }])).toBe('mentor')
})

test('when both sit, others get a third seat, as many as come', () => {
  const members = [{ seat: 'mentor' }, { seat: 'mentee' }, { seat: 'third' }] as const
  expect(likelySeat(members)).toBe('third')
  expect(offeredSeats(members).map((offered) => offered.isTaken)).toEqual([true, true, false])
})
