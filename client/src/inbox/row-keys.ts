/** The keys of a list of rows: J and K or the arrows move between their links. They stand on the links themselves, within an element with `data-rows`, so they take no letter from anybody. */
import type { KeyboardEvent } from 'react'

interface RowKeys {
  /** Attribute by which a row names itself. */
  readonly name: string
  /** Other keys, for the row that has the focus. Answers whether the key was its own. */
  readonly onKey: (key: string, row: string) => boolean
}

export function rowKeys({ name, onKey }: RowKeys): (event: KeyboardEvent<HTMLElement>) => void {
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const link = event.currentTarget
    const rows = [...(link.closest('[data-rows]')?.querySelectorAll<HTMLElement>(`[${name}]`) ?? [])]
    const at = rows.findIndex((row) => row.contains(link))
    const row = rows[at]
    if (!row) return
    const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      focusRow(rows[at + step])
    } else if (onKey(event.key, row.getAttribute(name) ?? '')) {
      event.preventDefault()
      // The row may be gone in a moment: whoever works through the list goes on with the next.
      if (event.key === 'e') focusRow(rows[at + 1] ?? rows[at - 1])
    }
  }
}

function focusRow(row: HTMLElement | undefined): void {
  row?.querySelector<HTMLElement>('a')?.focus()
}
