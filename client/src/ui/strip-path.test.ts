import { expect, test } from 'vitest'
import { STRIP, stripPath } from './strip-path.ts'

test('nothing is drawn beyond the strip, whatever the values', () => {
  const { points } = stripPath([0, 100, -5, 400, 50])
  for (const { x, y } of points) {
    expect(x).toBeGreaterThan(0)
    expect(x).toBeLessThan(STRIP.width)
    expect(y).toBeGreaterThan(0)
    expect(y).toBeLessThan(STRIP.height)
  }
})

test('more is higher, and the last value is where it ends', () => {
  const { points, end, line } = stripPath([10, 55])
  expect(points[1]?.y).toBeLessThan(points[0]?.y ?? 0)
  expect(end).toEqual(points[1])
  expect(line).toMatch(/^M[\d. ]+L[\d. ]+$/)
})
