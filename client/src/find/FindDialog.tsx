/** Finding in the journal, and doing what has a name: a field, and below it what fits as one types, gone through with the arrow keys. */
import { IconSearch, IconX } from '@tabler/icons-react'
import { type ComponentType, type KeyboardEvent, useDeferredValue, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { commandsWords } from '../words/commands.ts'
import { viewsWords } from '../words/views.ts'
import { type Command, findCommands } from './commands.ts'
import { type FindSource, findInJournal } from './find-in-journal.ts'
import styles from './FindDialog.module.css'
import { FoundOption } from './FoundOption.tsx'
import { askedWords } from './fold-text.ts'
import { allRows, type FoundRow, groupFound } from './found-rows.ts'

interface FindDialogProps {
  readonly source: FindSource
  /** What can be done from here; without them only words are looked for. */
  readonly commands?: readonly Command[] | undefined
  /** What the empty field says; of a journal's own words without it. */
  readonly placeholder?: string
  /** What stands in the field first. */
  readonly start: string
  readonly Sign: ComponentType<{ readonly kind: string }>
  readonly onGo: (row: FoundRow) => void
  readonly onClose: () => void
}

const say = viewsWords.find
const NONE: readonly Command[] = []

export function FindDialog({ source, commands = NONE, placeholder, start, Sign, onGo, onClose }: FindDialogProps) {
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const [query, setQuery] = useState(start)
  const [chosen, setChosen] = useState(0)
  // The field is never slower than the fingers, however long the journal is.
  const searched = useDeferredValue(query)
  const asked = useMemo(() => askedWords(searched), [searched])
  const found = useMemo(() => findInJournal(searched, source), [searched, source])
  const groups = useMemo(() => groupFound(found, findCommands(asked, commands)), [asked, commands, found])
  const isPalette = commands.length > 0
  const label = isPalette ? commandsWords.title : say.title
  const rows = allRows(groups)
  const active = Math.min(chosen, rows.length - 1)
  const optionId = (index: number) => `${id}-${index}`

  // A layout effect, because its end runs while the dialog is still on the page: only then can the browser give the focus back.
  useLayoutEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    field.current?.select()
    return () => shown?.close()
  }, [])
  useEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, active])

  /** Enter means the words in the field, also those whose rows are not drawn yet: a busy machine hands over several keys at once. */
  const rowsFor = (words: string) => allRows(groupFound(findInJournal(words, source), findCommands(askedWords(words), commands)))

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const row = searched === query ? rows[active] : rowsFor(query)[chosen]
    if (step !== undefined && rows.length > 0) setChosen((active + step + rows.length) % rows.length)
    else if (event.key === 'Enter' && row) onGo(row)
    else return
    event.preventDefault()
  }

  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-label={label}
      closedby="any"
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <div className={styles.head}>
        <IconSearch size={20} stroke={1.75} aria-hidden="true" />
        <input
          ref={field}
          type="text"
          role="combobox"
          className={styles.field}
          value={query}
          placeholder={placeholder ?? (isPalette ? commandsWords.placeholder : say.placeholder)}
          aria-label={label}
          aria-expanded={rows.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={rows.length > 0 ? optionId(active) : undefined}
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="go"
          onChange={(event) => {
            setQuery(event.currentTarget.value)
            setChosen(0)
          }}
          onKeyDown={onKeyDown}
        />
        <button type="button" className={styles.close} aria-label={viewsWords.link.close} onClick={onClose}>
          <IconX size={20} stroke={1.75} aria-hidden="true" />
        </button>
      </div>
      <div id={`${id}-list`} role="listbox" className={styles.list} aria-label={say.results} hidden={rows.length === 0}>
        {groups.map(({ key, title, rows: ofGroup }) => (
          <div key={key} role="group" aria-label={title}>
            <div className={styles.group} aria-hidden="true">
              {title}
            </div>
            {ofGroup.map(({ index, row }) => (
              <FoundOption key={index} id={optionId(index)} {...{ row, asked, Sign }} isActive={index === active} onGo={() => onGo(row)} />
            ))}
          </div>
        ))}
      </div>
      {asked.length === 0 && !isPalette && <p className={styles.hint}>{say.hint}</p>}
      {asked.length > 0 && rows.length === 0 && <p className={styles.hint}>{say.none(searched.trim())}</p>}
      {found.more > 0 && <p className={styles.hint}>{say.more(found.more)}</p>}
      <p className="only-heard" role="status">
        {asked.length > 0 && rows.length > 0 ? say.found(rows.length + found.more) : ''}
      </p>
    </dialog>
  )
}
