/** Which language a person reads: what they chose in this browser, or else the first of the browser's own that there is. */

const KEPT = 'tandem:language'
const FALLBACK = 'en'

/** `wanted` and `there` are BCP 47 codes; "de-AT" is content with "de". */
export function bestLanguage(wanted: readonly string[], there: readonly string[]): string {
  for (const each of wanted) {
    const found = there.find((language) => language === each) ?? there.find((language) => language === each.split('-')[0])
    if (found !== undefined) return found
  }
  return FALLBACK
}

/** Undefined while the browser's languages decide. */
export function keptLanguage(): string | undefined {
  try {
    return localStorage.getItem(KEPT) ?? undefined
  } catch {
    return undefined // A browser that keeps nothing has no choice to remember.
  }
}

export function keepLanguage(language: string): void {
  try {
    localStorage.setItem(KEPT, language)
  } catch {
    // As above: the browser's languages go on deciding.
  }
}

/** How a language calls itself: "Deutsch". */
export function ownName(language: string): string {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1)
}
