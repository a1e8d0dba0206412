/** What a browser calls itself, in two words a person knows. */
import { words } from '../words/words.ts'

// The order matters: most browsers also claim to be those they descend from.
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\/|Opera/, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\/|Chromium\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/CrOS/, 'ChromeOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'Mac'],
  [/Linux|X11/, 'Linux'],
]

/** "Firefox on Windows" out of a User-Agent; what it does not recognise it leaves out. */
export function browserName(userAgent: string): string {
  const browser = nameOf(BROWSERS, userAgent)
  const system = nameOf(SYSTEMS, userAgent)
  if (browser && system) return words.settings.browserOn(browser, system)
  return browser ?? system ?? words.settings.unknownBrowser
}

function nameOf(known: readonly (readonly [RegExp, string])[], userAgent: string): string | undefined {
  return known.find(([sign]) => sign.test(userAgent))?.[1]
}
