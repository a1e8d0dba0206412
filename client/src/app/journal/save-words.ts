/** The four save states in words: on the badge, on a phone's badge, and explained. */
import { assertNever } from '@tandem/shared/ids.ts'
import type { SaveState } from '../../sync/save-state.ts'
import { clockTime } from '../../words/days.ts'
import { failureWords } from '../../words/trouble.ts'
import { words } from '../../words/words.ts'

export interface SaveWords {
  readonly label: string
  readonly short: string
  readonly explanation: string
}

/** `isKept` says whether this device keeps a copy that survives the tab. */
export function saveWords(save: SaveState, isKept: boolean): SaveWords {
  const { save: say } = words.journal
  switch (save.kind) {
    case 'saved':
      return { label: say.savedAt(clockTime(save.at)), short: say.saved, explanation: say.explain.saved }
    case 'saving':
      return { label: say.saving, short: say.saving, explanation: say.explain.saving }
    case 'on-device':
      return { label: say.onDevice(save.edits), short: say.onDeviceShort(save.edits), explanation: isKept ? say.explain.onDevice : say.explain.onDeviceUnkept }
    case 'cannot-save':
      return { label: say.cannotSave, short: say.cannotSave, explanation: failureWords(save.why) }
    default:
      return assertNever(save)
  }
}
