/**
 * Where on a line its facts are being said: right after `/a `, and after each fact that was taken. There a name or a day can be meant as
 * nothing else, and a space is enough to take it; anywhere else words stay words until the person says so.
 */
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state'

const key = new PluginKey<number | null>('capturePlace')

export function capturePlace(): Plugin {
  return new Plugin<number | null>({
    key,
    state: {
      init: () => null,
      apply: (tr, before) => {
        const begun = tr.getMeta(key) as number | undefined
        if (begun !== undefined) return begun
        if (before === null) return null
        const { pos, deletedAcross } = tr.mapping.mapResult(before, -1)
        return deletedAcross ? null : pos
      },
    },
  })
}

/** Marks where the facts of a line are said from now on, as the document stands after the transaction. */
export function beginCapture(tr: Transaction, at: number): Transaction {
  return tr.setMeta(key, at)
}

/** Whether nothing but spaces stands between where facts are said and this place. */
export function isCaptureAt(state: EditorState, from: number): boolean {
  const at = key.getState(state)
  if (at === null || at === undefined || at > from || from > state.doc.content.size) return false
  return state.doc.textBetween(at, from, '\n', '\n').trim() === '' && state.doc.resolve(at).sameParent(state.doc.resolve(from))
}
