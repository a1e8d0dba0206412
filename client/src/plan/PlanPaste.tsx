/** Where a plan is put in: a field to paste it into, or a file. */
import { useId, useRef, useState } from 'react'
import { Problem } from '../ui/Problem.tsx'
import { planWords } from '../words/plan.ts'
import { type FoundGoal, parsePlan } from './parse-plan.ts'
import styles from './PlanDialog.module.css'
import { Button } from '../ui/Button.tsx'

interface PlanPasteProps {
  readonly onFound: (goals: readonly FoundGoal[]) => void
}

const LARGEST_FILE = 1_000_000

export function PlanPaste({ onFound }: PlanPasteProps) {
  const id = useId()
  const file = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [trouble, setTrouble] = useState<string>()

  function read(plan: string): void {
    const goals = parsePlan(plan)
    if (goals.length === 0) setTrouble(planWords.none)
    else onFound(goals)
  }

  async function readFile(chosen: File | undefined): Promise<void> {
    if (!chosen) return
    const words = chosen.size <= LARGEST_FILE ? await chosen.text() : '\u{0}'
    // A file of another sort (a picture, a spreadsheet's own) holds bytes that no text has.
    if (words.includes('\u{0}') || words.includes('\u{FFFD}')) return setTrouble(planWords.unreadable)
    setText(words)
    read(words)
  }

  return (
    <form
      className={styles.paste}
      onSubmit={(event) => {
        event.preventDefault()
        read(text)
      }}
    >
      <p className={styles.lead}>{planWords.lead}</p>
      <label htmlFor={id}>{planWords.paste}</label>
      <textarea
        id={id}
        rows={8}
        autoFocus
        value={text}
        placeholder={planWords.placeholder}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setTrouble(undefined)
        }}
      />
      {trouble && <Problem>{trouble}</Problem>}
      <div className={styles.end}>
        <input
          ref={file}
          type="file"
          hidden
          aria-label={planWords.file}
          accept=".md,.markdown,.csv,.tsv,.txt,text/*"
          onChange={(event) => void readFile(event.currentTarget.files?.[0])}
        />
        <Button variant="default" onClick={() => file.current?.click()}>
          {planWords.file}
        </Button>
        <Button type="submit">{planWords.read}</Button>
      </div>
    </form>
  )
}
