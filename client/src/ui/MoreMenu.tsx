/** The three dots: what else can be done with the thing they stand beside. */
import { IconDots } from '@tabler/icons-react'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import styles from './MoreMenu.module.css'
import { menuStep } from './menu-step.ts'

export interface MoreItem {
  readonly label: string
  readonly isDanger?: boolean
  readonly onPress: () => void
}

interface MoreMenuProps {
  /** Names the thing, because the dots do not. */
  readonly label: string
  readonly items: readonly MoreItem[]
  /** Stands in place of the dots. What it says in words is its name, so `label` must begin with that. */
  readonly button?: { readonly content: ReactNode; readonly className: string | undefined }
  /** Which edge of the button the list keeps to. */
  readonly align?: 'start' | 'end'
}

type Side = 'below' | 'above'

/** A menu as ARIA describes it: arrows, Home and End move, Escape and Tab close, the focus returns to the dots. */
export function MoreMenu({ label, items, button, align = 'end' }: MoreMenuProps) {
  const id = useId()
  const root = useRef<HTMLDivElement>(null)
  const dots = useRef<HTMLButtonElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const [side, setSide] = useState<Side | 'closed'>('closed')
  const isOpen = side !== 'closed'

  useEffect(() => {
    if (!isOpen) return
    focusItem(list.current, 0)
    const closeOutside = (event: PointerEvent) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setSide('closed')
    }
    document.addEventListener('pointerdown', closeOutside)
    return () => document.removeEventListener('pointerdown', closeOutside)
  }, [isOpen])

  const close = () => {
    setSide('closed')
    dots.current?.focus()
  }
  const open = () => setSide(hasRoomBelow(dots.current, items.length) ? 'below' : 'above')
  const press = (item: MoreItem) => {
    // First the focus goes back, so that a dialog the item opens returns it to the dots.
    close()
    item.onPress()
  }
  const move = (event: KeyboardEvent) => {
    if (event.key === 'Tab') return setSide('closed')
    if (event.key === 'Escape') return close()
    const buttons = [...(list.current?.children ?? [])]
    const next = menuStep(event.key, buttons.indexOf(document.activeElement as Element), buttons.length)
    if (next === undefined) return
    event.preventDefault()
    focusItem(list.current, next)
  }

  return (
    <div className={styles.more} ref={root}>
      <button
        ref={dots}
        type="button"
        className={button ? button.className : styles.dots}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        {...(isOpen ? { 'aria-controls': id } : {})}
        onClick={() => (isOpen ? close() : open())}
      >
        {button ? button.content : <IconDots size={20} stroke={1.75} aria-hidden="true" />}
      </button>
      {isOpen && (
        <div ref={list} id={id} className={styles.list} role="menu" tabIndex={-1} aria-label={label} data-side={side} data-align={align} onKeyDown={move}>
          {items.map((item) => (
            <button key={item.label} type="button" role="menuitem" tabIndex={-1} data-danger={item.isDanger || undefined} onClick={() => press(item)}>
              {item.label}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}

function focusItem(list: HTMLElement | null, index: number): void {
  const item = list?.children[index]
  if (item instanceof HTMLElement) item.focus()
}

const ITEM_HEIGHT = 44

function hasRoomBelow(dots: HTMLElement | null, items: number): boolean {
  return !dots || dots.getBoundingClientRect().bottom + (items + 1) * ITEM_HEIGHT < innerHeight
}
