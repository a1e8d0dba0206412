/** The only addresses that may be followed: http, https and mailto. */

const ALLOWED = new Set(['http:', 'https:', 'mailto:'])

/** The address as it may be used, or `undefined`. A bare `example.org/x` becomes https, an e-mail address becomes mailto. */
export function safeHref(address: string): string | undefined {
  const typed = address.trim()
  if (typed === '') return undefined
  if (/^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/.test(typed)) return `mailto:${typed}`
  const complete = /^[a-z][a-z0-9+.-]*:/i.test(typed) ? typed : `https://${typed}`
  if (!URL.canParse(complete) || /\s/.test(complete)) return undefined
  const url = new URL(complete)
  if (!ALLOWED.has(url.protocol)) return undefined
  return url.protocol === 'mailto:' || url.hostname.includes('.') || url.hostname === 'localhost' ? complete : undefined
}
