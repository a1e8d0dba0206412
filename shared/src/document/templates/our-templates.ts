/** Our templates, in the language of whoever uses them. A language without templates of its own gets the English ones. */
import { english } from './english.ts'
import { german } from './german.ts'
import type { Templates } from './template.ts'

const IN: Readonly<Record<string, Templates>> = { en: english, de: german }

export const TEMPLATE_LANGUAGES = Object.keys(IN)

export function templatesIn(language: string): Templates {
  return (Object.hasOwn(IN, language) ? IN[language] : undefined) ?? english
}
