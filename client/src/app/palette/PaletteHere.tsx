/** Ctrl-K, Cmd where that is usual, on the screens beside the journals: the palette, loaded when it is asked for first. An open journal has its own. */
import { useEffect, useState } from 'react'
import { loadInJournal } from '../../words/languages.ts'
import { words } from '../../words/words.ts'
import { onDemand } from '../../ui/on-demand.tsx'

const ElsewherePalette = onDemand(async () => {
  await loadInJournal(words.language)
  return import('./ElsewherePalette.tsx').then((module) => module.ElsewherePalette)
})

export function PaletteHere() {
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const isMod = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
      if (!isMod || event.key.toLowerCase() !== 'k' || event.defaultPrevented) return
      event.preventDefault()
      setOpen(true)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  return isOpen && <ElsewherePalette onClose={() => setOpen(false)} />
}
