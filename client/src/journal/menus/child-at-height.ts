/** The block at a height on the screen, found by halves: a page may have a thousand. The nearest one above or below all. */
export function childAtHeight(parent: HTMLElement, y: number): HTMLElement | undefined {
  let low = 0
  let high = parent.children.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    const child = parent.children[middle]
    if (child && child.getBoundingClientRect().bottom < y) low = middle + 1
    else high = middle
  }
  const found = parent.children[low]
  return found instanceof HTMLElement ? found : undefined
}
