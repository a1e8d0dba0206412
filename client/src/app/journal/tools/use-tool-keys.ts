/** The keys of the journal's tools, wherever the focus is: everything with Ctrl-K, words with Ctrl-Shift-F, the sheet of keys with a question mark. Cmd where that is usual. */
import { useEffect, useEffectEvent } from 'react'
import type { Tool } from './tool.ts'

/** A longer selection is a passage and not a word to look for. */
const LONGEST = 60

export function useToolKeys(open: (tool: Tool) => void): void {
  const tell = useEffectEvent(open)
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      // The page had the key first: with words marked, Ctrl-K links them.
      const tool = event.defaultPrevented ? undefined : toolOf(event)
      if (!tool) return
      event.preventDefault()
      tell(tool)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}

function toolOf(event: KeyboardEvent): Tool | undefined {
  const key = event.key.toLowerCase()
  const isMod = (event.ctrlKey || event.metaKey) && !event.altKey
  if (isMod && event.shiftKey && key === 'f') return { kind: 'find', start: markedWord() }
  if (isMod && !event.shiftKey && key === 'k') return { kind: 'palette' }
  if (isMod && key === '/') return { kind: 'keys' }
  return key === '?' && !event.ctrlKey && !event.metaKey && !isTyping(event.target) ? { kind: 'keys' } : undefined
}

function markedWord(): string {
  const marked = getSelection()?.toString().trim() ?? ''
  return marked.length <= LONGEST && !marked.includes('\n') ? marked : ''
}

/** A question mark belongs to whoever writes. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName))
}
