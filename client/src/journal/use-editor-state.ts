/** What a component needs to know of the editor; it is drawn again only when that has changed. */
import type { Editor } from '@tiptap/core'
import type { EditorState } from '@tiptap/pm/state'
import { useMemo, useSyncExternalStore } from 'react'

type Read<Value> = (state: EditorState, editor: Editor) => Value

/** `read` must stand outside the component, or be memoized. */
export function useEditorState<Value>(editor: Editor, read: Read<Value>): Value {
  const store = useMemo(() => editorStore(editor, read), [editor, read])
  return useSyncExternalStore(store.subscribe, store.get)
}

function editorStore<Value>(editor: Editor, read: Read<Value>) {
  let value = read(editor.state, editor)
  const refresh = () => {
    const next = read(editor.state, editor)
    if (JSON.stringify(next) !== JSON.stringify(value)) value = next
  }
  return {
    get: () => value,
    subscribe: (listener: () => void) => {
      const hear = () => {
        const before = value
        refresh()
        if (value !== before) listener()
      }
      hear()
      editor.on('transaction', hear)
      editor.on('focus', hear)
      editor.on('blur', hear)
      return () => {
        editor.off('transaction', hear)
        editor.off('focus', hear)
        editor.off('blur', hear)
      }
    },
  }
}
