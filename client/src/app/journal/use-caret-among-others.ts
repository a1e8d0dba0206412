/** Keeps the caret of a plain field between the same letters while somebody else writes in it; by itself it would jump to the end. */
import { lineChange, placeAfter } from '@tandem/shared/document/title.ts'
import { type RefObject, useLayoutEffect, useRef } from 'react'

interface Noted {
  readonly value: string
  readonly start: number
  readonly end: number
}

/** `note` is to be called at every change and selection. */
export function useCaretAmongOthers(field: RefObject<HTMLTextAreaElement | null>, shown: string): { readonly note: (element: HTMLTextAreaElement) => void } {
  const noted = useRef<Noted>(undefined)
  const note = (element: HTMLTextAreaElement): void => {
    noted.current = { value: element.value, start: element.selectionStart, end: element.selectionEnd }
  }

  useLayoutEffect(() => {
    const element = field.current
    const last = noted.current
    if (!element || !last || last.value === shown || element !== document.activeElement) return
    const change = lineChange(last.value, shown)
    element.setSelectionRange(placeAfter(change, last.start), placeAfter(change, last.end))
    note(element)
  }, [field, shown])

  return { note }
}
