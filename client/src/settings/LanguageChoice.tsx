/** The language of the screens. Kept in this browser; what people write stays as it is. */
import { ShortChoice } from '../ui/Choice.tsx'
import { keepLanguage, ownName } from '../words/choice-of-language.ts'
import { LANGUAGES } from '../words/languages.ts'
import { words } from '../words/words.ts'

export function LanguageChoice() {
  return (
    <ShortChoice
      legend={words.settings.language}
      value={words.language}
      onChange={speak}
      options={LANGUAGES.map((value) => ({ value, label: ownName(value) }))}
    />
  )
}

/** Words are read once, when a screen is loaded; so the page begins anew in the other language. */
function speak(language: string): void {
  keepLanguage(language)
  location.reload()
}
