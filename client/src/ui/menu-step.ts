/** Where a key leads in a menu. */

/** The index to go to, around the ends; `undefined` when the key does not move. `at` is -1 when no item has the focus. */
export function menuStep(key: string, at: number, count: number): number | undefined {
  if (count === 0) return undefined
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % count
    case 'ArrowUp':
      return at <= 0 ? count - 1 : at - 1
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return undefined
  }
}
