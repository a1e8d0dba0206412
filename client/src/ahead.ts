/** A journal's program and words are several times the app's. When the address leads to one, they come along with the app instead of after it. */
import { loadInJournal } from './words/languages.ts'

export function fetchAhead(language: string): void {
  if (!location.pathname.startsWith('/j/')) return
  // The build names the files; while developing there are none.
  const files = document.querySelector<HTMLMetaElement>('meta[name=journal-files]')?.content.split(' ') ?? []
  for (const file of files) {
    const link = document.createElement('link')
    link.rel = file.endsWith('.css') ? 'preload' : 'modulepreload'
    if (file.endsWith('.css')) link.as = 'style'
    link.crossOrigin = ''
    link.href = file
    document.head.append(link)
  }
  // The journal's route loads them too, and is told what went wrong.
  loadInJournal(language).catch((trouble: unknown) => console.warn('The journal comes later', trouble))
}
