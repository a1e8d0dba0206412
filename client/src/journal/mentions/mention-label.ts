/** The words of a mention: of a person the name, of a block its first words. */
import { shorten } from '../facts/fact-line.ts'

export function mentionLabel(about: 'person' | 'block', name: string): string {
  return about === 'person' ? `@${name}` : (shorten(name.replaceAll(/\s+/g, ' ')) ?? '')
}
