/** What need not be done before a letter is on the screen: the browser paints first, and what is asked for again meanwhile is done once. */

export interface Later {
  /** Asks for it. */
  readonly ask: () => void
  readonly cancel: () => void
}

export function afterPaint(act: () => void): Later {
  let timer: ReturnType<typeof setTimeout> | undefined
  const cancel = (): void => {
    clearTimeout(timer)
    timer = undefined
  }
  const run = (): void => {
    timer = undefined
    act()
  }
  return {
    // A task of its own: after a key or a press the browser draws before it takes the next one.
    ask: () => {
      timer ??= setTimeout(run)
    },
    cancel,
  }
}
