/** How keys are called on this person's machine. */
import { keysWords } from '../words/commands.ts'

const isMac = /Mac|iPhone|iPad/.test(navigator.platform)

const SIGNS: Readonly<Record<string, string>> = isMac
  ? { Mod: '⌘', Alt: '⌥', Shift: '⇧', Enter: '↵', Escape: 'esc', Tab: '⇥' }
  : {
      Mod: keysWords.names.control,
      Alt: keysWords.names.alt,
      Shift: keysWords.names.shift,
      Enter: keysWords.names.enter,
      Escape: keysWords.names.escape,
      Tab: keysWords.names.tab,
    }

/** "Mod+Shift+f" as the keys to press, each as it is printed. */
export function keyNames(keys: string): readonly string[] {
  return keys.split('+').map((key) => SIGNS[key] ?? (key.length === 1 ? key.toUpperCase() : key))
}
