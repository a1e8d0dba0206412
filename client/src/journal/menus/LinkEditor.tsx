/** The address behind the selected words. */
import { IconExternalLink, IconTrash } from '@tabler/icons-react'
import { type Editor, getMarkRange } from '@tiptap/core'
import { type FormEvent, useId, useState } from 'react'
import { pageWords } from '../../words/page.ts'
import { safeHref } from '../../ui/safe-href.ts'
import { Floating, type Place } from './Floating.tsx'
import styles from './LinkEditor.module.css'
import bar from './Toolbar.module.css'

interface LinkEditorProps {
  readonly editor: Editor
  readonly place: Place
  readonly onClose: (how: { readonly returnsFocus: boolean }) => void
}

const say = pageWords.link

export function LinkEditor({ editor, place, onClose }: LinkEditorProps) {
  const id = useId()
  const [current] = useState(() => String(editor.getAttributes('link')['href'] ?? ''))
  const [address, setAddress] = useState(current)
  const [isRefused, setRefused] = useState(false)
  const href = safeHref(current)

  const apply = (event: FormEvent) => {
    event.preventDefault()
    if (address.trim() === '') {
      setLink(editor, null)
      return onClose({ returnsFocus: true })
    }
    const wanted = safeHref(address)
    if (!wanted) return setRefused(true)
    setLink(editor, wanted)
    return onClose({ returnsFocus: true })
  }

  return (
    <Floating place={place} label={pageWords.marks.link} className={styles.editor} onClose={onClose}>
      <form className={styles.row} onSubmit={apply}>
        <input
          data-first-focus
          className={styles.input}
          aria-label={say.label}
          aria-invalid={isRefused}
          aria-describedby={isRefused ? id : undefined}
          placeholder={say.placeholder}
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          value={address}
          onChange={(event) => {
            setAddress(event.target.value)
            setRefused(false)
          }}
        />
        <button type="submit" className={styles.apply}>
          {say.apply}
        </button>
        {href && (
          <a className={bar.button} href={href} target="_blank" rel="noopener noreferrer nofollow" aria-label={say.open} title={say.open}>
            <IconExternalLink size={17} stroke={1.7} aria-hidden />
          </a>
        )}
        {current !== '' && (
          <button
            type="button"
            className={bar.button}
            aria-label={say.remove}
            title={say.remove}
            onClick={() => {
              setLink(editor, null)
              onClose({ returnsFocus: true })
            }}
          >
            <IconTrash size={17} stroke={1.7} aria-hidden />
          </button>
        )}
      </form>
      {isRefused && (
        <p id={id} className={styles.refused} role="alert">
          {say.refused}
        </p>
      )}
    </Floating>
  )
}

/** Links the selection, the link around the caret, or without either writes the address itself. */
function setLink(editor: Editor, href: string | null): void {
  const { state } = editor
  const type = state.schema.marks['link']
  if (!type) return
  const { from, to, empty, $from } = state.selection
  const range = (empty ? getMarkRange($from, type) : undefined) ?? { from, to }
  const tr = state.tr.removeMark(range.from, range.to, type)
  if (href && range.from < range.to) tr.addMark(range.from, range.to, type.create({ href }))
  else if (href) tr.insert(range.from, state.schema.text(href.replace(/^mailto:/, ''), [type.create({ href })]))
  editor.view.dispatch(tr)
}
