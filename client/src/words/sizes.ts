/** Sizes of files, as a language says them: "240 kB", "1,4 MB". Only the files of a language use it. */

export function sizeIn(language: string): (bytes: number) => string {
  const say = (unit: 'byte' | 'kilobyte' | 'megabyte', digits: number) =>
    new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: digits })
  return (bytes) => {
    if (bytes < 1000) return say('byte', 0).format(bytes)
    return bytes < 1_000_000 ? say('kilobyte', 0).format(bytes / 1000) : say('megabyte', 1).format(bytes / 1_000_000)
  }
}
