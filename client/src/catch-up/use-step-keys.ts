/** J and K step through the changes while nobody is typing. */
import { useEffect, useEffectEvent } from 'react'

export function useStepKeys(isOn: boolean, step: (by: 1 | -1) => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const key = event.key.toLowerCase()
    if ((key !== 'j' && key !== 'k') || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
    if (event.target instanceof HTMLElement && (event.target.isContentEditable || event.target.closest('input, textarea, select, [role=dialog]'))) return
    event.preventDefault()
    step(key === 'j' ? 1 : -1)
  })
  useEffect(() => {
    if (!isOn) return
    const listen = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [isOn])
}
