import { expect, test } from 'vitest'
import { AckLedger } from './ack-ledger.ts'

function received(count: number): AckLedger {
  const ledger = new AckLedger()
  for (let frame = 0; frame < count; frame++) ledger.receive()
  return ledger
}

test('frames are numbered from one', () => {
  const ledger = new AckLedger()
  expect([ledger.receive(), ledger.receive()]).toEqual([1, 2])
})

test('nothing is told before a commit, and each number once', () => {
  const ledger = received(3)
  expect(ledger.takeDue()).toBeUndefined()
  ledger.commit(2, 0)
  expect(ledger.takeDue()).toBe(2)
  expect(ledger.takeDue()).toBeUndefined()
})

test('an ack stops before a refused frame, whatever is committed after it', () => {
  const ledger = received(4)
  ledger.refuse(2)
  ledger.commit(4, 0)
  expect(ledger.takeDue()).toBe(1)
})

test('a step 2 covers what was refused before it', () => {
  const ledger = received(4)
  ledger.refuse(2)
  ledger.commit(4, 3)
  expect(ledger.takeDue()).toBe(4)
})

test('a step 2 covers nothing that was refused after it', () => {
  const ledger = received(5)
  ledger.refuse(2)
  ledger.refuse(5)
  ledger.commit(4, 4)
  expect(ledger.takeDue()).toBe(4)
  ledger.commit(5, 0)
  expect(ledger.takeDue()).toBeUndefined()
})

test('a later and smaller commit takes nothing back', () => {
  const ledger = received(3)
  ledger.commit(3, 0)
  ledger.commit(1, 0)
  expect(ledger.takeDue()).toBe(3)
})
