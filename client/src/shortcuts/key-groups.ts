/** Which keys do what, as the sheet tells it. */
import { keysWords } from '../words/commands.ts'

type Named = Exclude<keyof typeof keysWords, 'title' | 'names' | 'after' | 'groups'>

export interface KeyGroup {
  readonly title: string
  /** What it does, and the keys: several ways, each perhaps several strokes. */
  readonly rows: readonly (readonly [Named, readonly string[]])[]
}

export const KEY_GROUPS: readonly KeyGroup[] = [
  {
    title: keysWords.groups.journal,
    rows: [
      ['palette', ['Mod+k']],
      ['find', ['Mod+Shift+f']],
      ['sheet', ['?', 'Mod+/']],
      ['changes', ['j', 'k']],
    ],
  },
  {
    title: keysWords.groups.talk,
    rows: [
      ['comment', ['Mod+Alt+m']],
      ['cards', ['Mod+Alt+.']],
      ['amongCards', ['↑', '↓']],
      ['amongNotices', ['j', 'k']],
      ['readNotice', ['u']],
      ['putNoticeAway', ['e']],
    ],
  },
  {
    title: keysWords.groups.write,
    rows: [
      ['slash', ['/']],
      ['mention', ['@', '#']],
      ['newLine', ['Shift+Enter']],
      ['undo', ['Mod+z']],
      ['redo', ['Mod+Shift+z', 'Mod+y']],
      ['leave', ['Escape Tab']],
    ],
  },
  {
    title: keysWords.groups.blocks,
    rows: [
      ['tick', ['Mod+Enter']],
      ['facts', ['Mod+;']],
      ['menu', ['Mod+.']],
      ['choose', ['Escape Shift+↓']],
      ['move', ['Alt+↑', 'Alt+↓']],
      ['indent', ['Tab', 'Shift+Tab']],
      ['duplicate', ['Mod+d']],
      ['text', ['Mod+Alt+0', '1', '2', '3']],
      ['lists', ['Mod+Shift+7', '8', '9']],
    ],
  },
  {
    title: keysWords.groups.marks,
    rows: [
      ['bold', ['Mod+b']],
      ['italic', ['Mod+i']],
      ['underline', ['Mod+u']],
      ['strike', ['Mod+Shift+s']],
      ['code', ['Mod+e']],
      ['link', ['Mod+k']],
    ],
  },
]
