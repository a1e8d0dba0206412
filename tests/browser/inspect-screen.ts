/** Looking at a screen: no accessibility violation, nothing wider than the window. Pictures go to shots/ when SHOTS is set. */
import { AxeBuilder } from '@axe-core/playwright'
import { mkdir } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { ROOT } from '../support/steps.ts'
import { PHONE, type VisitorOptions } from './scene.ts'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

export interface Look {
  readonly name: string
  readonly options: VisitorOptions
}

/** Light and dark, wide and on a phone. */
export const LOOKS: readonly Look[] = [
  { name: 'light', options: { colorScheme: 'light' } },
  { name: 'dark', options: { colorScheme: 'dark' } },
  { name: 'phone-light', options: { colorScheme: 'light', viewport: PHONE, hasTouch: true } },
  { name: 'phone-dark', options: { colorScheme: 'dark', viewport: PHONE, hasTouch: true } },
]

/** Looks at what is on the screen once it is still: what slides in or fades has other colours and another width on its way. */
export async function inspect(page: Page, name: string): Promise<void> {
  await page.waitForFunction(() =>
    document
      .getAnimations()
      // What turns for ever never ends, nor does what follows the scrolling.
      .filter(({ timeline, effect }) => timeline === document.timeline && effect?.getComputedTiming().endTime !== Infinity)
      .every(({ playState }) => playState !== 'running'),
  )
  if (process.env['SHOTS']) {
    await mkdir(`${ROOT}shots`, { recursive: true })
    await page.screenshot({ path: `${ROOT}shots/${name}.png` })
  }
  expect(await findViolations(page), `${name}: accessibility`).toEqual([])
  // A window that was just made narrower is filled anew in the next moment.
  await expect.poll(() => overflow(page), { message: `${name}: wider than the window` }).toBeLessThanOrEqual(0)
}

/** What axe finds, by its rules. */
export async function findViolations(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)
}

/** By how much the screen is wider than its window, px. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}
