/** The client's entry: finds the person's language, then puts the app on the page. */
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { fetchAhead } from './ahead.ts'
import { bestLanguage, keptLanguage } from './words/choice-of-language.ts'
import { LANGUAGES, loadAtOnce } from './words/languages.ts'

async function start(root: HTMLElement): Promise<void> {
  const kept = keptLanguage()
  const language = bestLanguage(kept === undefined ? navigator.languages : [kept, ...navigator.languages], LANGUAGES)
  document.documentElement.lang = language
  fetchAhead(language)
  await loadAtOnce(language)
  // Not before: the screens take their words when they are loaded.
  const { App } = await import('./app/App.tsx')
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
void start(root)
