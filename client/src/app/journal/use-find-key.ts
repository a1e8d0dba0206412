/** Opens finding with Ctrl-Shift-F, or Cmd-Shift-F, wherever the focus is; what is marked is what is looked for. */
import { useEffect, useEffectEvent } from 'react'

/** A longer selection is a passage and not a word to look for. */
const LONGEST = 60

export function useFindKey(open: (start: string) => void): void {
  const find = useEffectEvent(open)
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || !event.shiftKey || event.altKey || event.key.toLowerCase() !== 'f') return
      event.preventDefault()
      const marked = getSelection()?.toString().trim() ?? ''
      find(marked.length <= LONGEST && !marked.includes('\n') ? marked : '')
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}
