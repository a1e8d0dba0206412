/** Keeps what is fixed to the bottom of the window above the keyboard of a phone. */
import { useEffect, useRef } from 'react'

/** A browser's keyboard lies over the page: what is fixed to its bottom must be lifted by the keyboard's height. */
export function useAboveKeyboard() {
  const dock = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const viewport = window.visualViewport
    if (!viewport) return undefined
    const lift = () => {
      const covered = Math.max(0, window.innerHeight - viewport.height - viewport.offsetTop)
      dock.current?.style.setProperty('--keyboard', `${covered}px`)
    }
    lift()
    viewport.addEventListener('resize', lift)
    viewport.addEventListener('scroll', lift)
    return () => {
      viewport.removeEventListener('resize', lift)
      viewport.removeEventListener('scroll', lift)
    }
  }, [])
  return dock
}
