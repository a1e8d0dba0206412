/** What a file is, by its first bytes and by nothing its sender says. Only pictures that cannot run anything are told apart; all else is just bytes. */

/** Types a browser may show within a page. */
export const PICTURE_TYPES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif'] as const

export const JUST_BYTES = 'application/octet-stream'

export function sniffType(bytes: Uint8Array): string {
  const text = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to))
  if (text(0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png'
  if (text(0, 3) === '\xff\xd8\xff') return 'image/jpeg'
  if (/^GIF8[79]a$/.test(text(0, 6))) return 'image/gif'
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'image/webp'
  if (text(4, 8) === 'ftyp' && /^(avif|avis)$/.test(text(8, 12))) return 'image/avif'
  return JUST_BYTES
}

export function isPicture(type: string): boolean {
  return (PICTURE_TYPES as readonly string[]).includes(type)
}
