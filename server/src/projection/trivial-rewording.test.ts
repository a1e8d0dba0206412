import { expect, test } from 'vitest'
import { isTrivialRewording } from './trivial-rewording.ts'

const TRIVIAL = [
  ['Draft the  RFC', 'Draft the RFC '],
  ['Recieve the plan', 'Receive the plan'],
  ['Lead the migraton.', 'Lead the migration.'],
  ['Gespräche führen', 'Gesprächte führen'],
  ['on the agenda', 'on the agenda.'],
] as const

const TELLING = [
  ['I can do it', "I can't do it"],
  ['We do meet', 'We do not meet'],
  ['by 12 May', 'by 13 May'],
  ['Ask Priya', 'Ask Sam'],
  ['his plan', 'her plan'],
  ['version2 ships', 'version3 ships'],
  ['Tell everybody', 'Tell everybody soon'],
  ['migrate billing', 'migrates billings'],
] as const

test.for(TRIVIAL)('[P8] %j to %j says nothing new', ([was, became]) => {
  expect(isTrivialRewording(was, became)).toBe(true)
  expect(isTrivialRewording(became, was)).toBe(true)
})

test.for(TELLING)('[P8] %j to %j is told', ([was, became]) => {
  expect(isTrivialRewording(was, became)).toBe(false)
  expect(isTrivialRewording(became, was)).toBe(false)
})
