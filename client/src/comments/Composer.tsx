/** Where a comment is written: grows with its words, completes names after an `@`, sends by its button or Ctrl+Enter. */
import { COMMENT_LIMIT } from '@tandem/shared/contracts/comments.ts'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { commentWords as say } from '../words/comments.ts'
import { Face } from '../ui/Face.tsx'
import styles from './Composer.module.css'
import { useKeptWords } from './kept-words.ts'
import { findMentions, namingAt } from './mentions-in-words.ts'
import type { Words } from './use-comment-acts.ts'
import { useKeyboardStays } from './use-keyboard-stays.ts'
import type { MarginPerson } from './use-margins.ts'

interface ComposerProps {
  readonly members: readonly MarginPerson[]
  readonly placeholder: string
  readonly action: string
  readonly start?: string
  /** What the comment is to be: what is written and not sent is there again in the next field of this name. */
  readonly keptAs: string
  readonly hasFocus?: boolean
  readonly onSend: (said: Words) => void
  /** Absent where there is nothing to go back to. */
  readonly onCancel?: () => void
}

export function Composer({ members, placeholder, action, start = '', keptAs, hasFocus = false, onSend, onCancel }: ComposerProps) {
  const whole = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  useKeyboardStays(whole)
  const [words, setWords] = useKeptWords(keptAs, start)
  const [caret, setCaret] = useState(words.length)
  const [chosen, setChosen] = useState(0)
  const list = useId()
  const naming = namingAt(words, caret)
  const offered = naming ? members.filter(({ name }) => name.toLocaleLowerCase().startsWith(naming.query.toLocaleLowerCase())) : []
  const isOffering = offered.length > 0 && naming !== undefined && offered[0]?.name !== naming.query
  const isEmpty = words.trim() === ''

  useEffect(() => {
    if (!hasFocus) return
    const { current } = field
    current?.focus({ preventScroll: true })
    current?.setSelectionRange(current.value.length, current.value.length)
  }, [hasFocus])

  function send(): void {
    if (isEmpty) return
    // The button goes away with the words. Where fingers write, a focus would bring the keyboard back up.
    if (!matchMedia('(pointer: coarse)').matches) field.current?.focus({ preventScroll: true })
    onSend({ words: words.trim(), mentions: findMentions(words, members) })
    setWords(start)
  }

  /** The words go, which by Escape they do not. */
  function cancel(): void {
    setWords(start)
    onCancel?.()
  }

  function complete({ name: full }: MarginPerson): void {
    if (!naming) return
    const after = words.slice(caret)
    const before = `${words.slice(0, naming.at)}@${full}${after.startsWith(' ') ? '' : ' '}`
    setWords(before + after)
    setCaret(before.length)
    setChosen(0)
    requestAnimationFrame(() => {
      field.current?.focus()
      field.current?.setSelectionRange(before.length, before.length)
    })
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return
    const person = offered[chosen % Math.max(offered.length, 1)]
    if (isOffering && person) {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault()
        setChosen((chosen + (event.key === 'ArrowDown' ? 1 : offered.length - 1)) % offered.length)
        return
      }
      if (event.key === 'Enter' || event.key === 'Tab') {
        event.preventDefault()
        complete(person)
        return
      }
    }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      send()
    }
    if (event.key === 'Escape' && onCancel) {
      event.preventDefault()
      event.stopPropagation()
      onCancel()
    }
  }

  return (
    <div ref={whole} className={styles.composer}>
      <textarea
        ref={field}
        className={styles.field}
        value={words}
        rows={1}
        maxLength={COMMENT_LIMIT}
        placeholder={placeholder}
        aria-label={placeholder}
        aria-autocomplete="list"
        aria-controls={isOffering ? list : undefined}
        onChange={(event) => {
          setWords(event.currentTarget.value)
          setCaret(event.currentTarget.selectionStart)
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onKeyDown={onKeyDown}
      />
      {isOffering && (
        <div id={list} className={styles.names} role="listbox" aria-label="@">
          {offered.map((person, index) => (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- steered by the keys of the field
            <div
              key={person.person}
              role="option"
              aria-selected={index === chosen % offered.length}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => complete(person)}
            >
              <Face name={person.name} hue={person.hue} size="small" isNamedBeside />
              {person.name}
            </div>
          ))}
        </div>
      )}
      {(!isEmpty || onCancel) && (
        <div className={styles.buttons}>
          {onCancel && (
            <button type="button" className={styles.quiet} onClick={cancel}>
              {say.cancel}
            </button>
          )}
          <button type="button" className={styles.send} disabled={isEmpty} onClick={send}>
            {action}
          </button>
        </div>
      )}
    </div>
  )
}
