/** Whether somebody has put the guide of a journal away. Remembered on this device, for each person and journal. */
import { useState } from 'react'

export function useDismissed(key: string): readonly [isDismissed: boolean, dismiss: () => void] {
  const name = `tandem:guide:${key}`
  const [isDismissed, setDismissed] = useState(() => isKept(name))
  return [
    isDismissed,
    () => {
      setDismissed(true)
      try {
        localStorage.setItem(name, 'away')
      } catch {
        // A browser that keeps nothing shows the guide again next time.
      }
    },
  ]
}

function isKept(name: string): boolean {
  try {
    return localStorage.getItem(name) !== null
  } catch {
    return false
  }
}
