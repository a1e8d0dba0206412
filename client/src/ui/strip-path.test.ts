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
  expect(line).toBe(`M${points[0]?.x},${points[0]?.y}L${end.x},${end.y}`)
})

test('the line swings nowhere beyond its values', () => {
  const { line, points } = stripPath([0, 100, 100, 0])
  const highest = Math.min(...points.map(({ y }) => y))
  const controls = [...line.matchAll(/,(-?[\d.]+)/g)].map(([, y]) => Number(y))
  expect(Math.min(...controls)).toBeGreaterThanOrEqual(highest)
})
