/** A panel that floats beside a place on the page: it holds the focus, closes by Escape or a press elsewhere, and gives the focus back. A sheet at the bottom on a phone. */
import { autoUpdate, computePosition, flip, offset, type Placement, shift, size } from '@floating-ui/dom'
import { type KeyboardEvent, type ReactNode, useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import { clearStretch, seenStretch } from '../../ui/covered-edges.ts'
import styles from './Floating.module.css'

export interface Place {
  readonly getBoundingClientRect: () => DOMRect
  readonly contextElement?: Element
}

interface FloatingProps {
  readonly place: Place
  readonly placement?: Placement
  readonly role?: 'dialog' | 'menu' | 'listbox' | 'toolbar'
  readonly label: string
  readonly id?: string
  /** A panel that leaves the focus where it is, such as one that is steered from the page. */
  readonly keepsFocusAway?: boolean
  readonly isSheet?: boolean
  readonly className?: string | undefined
  /** `byKey` when it was closed from the keyboard, so that the focus should return. */
  readonly onClose: (how: { readonly returnsFocus: boolean }) => void
  readonly children: ReactNode
}

const FOCUSABLE = 'button:not([disabled]):not([tabindex="-1"]), input:not([disabled]), select:not([disabled]), textarea, a[href], [tabindex="0"]'

export function Floating(props: FloatingProps) {
  const { place, placement = 'bottom-start', role = 'dialog', label, id, keepsFocusAway = false, isSheet = false, className, children } = props
  const panel = useRef<HTMLDivElement>(null)
  const veil = useRef<HTMLDivElement>(null)
  const close = useEffectEvent(props.onClose)

  useLayoutEffect(() => {
    const element = panel.current
    if (!element) return undefined
    const update = () => void position(element, place, placement)
    return autoUpdate(
      { getBoundingClientRect: place.getBoundingClientRect, ...(place.contextElement ? { contextElement: place.contextElement } : {}) },
      element,
      update,
    )
  }, [place, placement])

  useEffect(() => {
    if (!keepsFocusAway) firstFocus(panel.current)?.focus({ preventScroll: true })
    // What was pressed may be gone with what it did: the keyboard stays in the panel.
    const hold = new MutationObserver(() => {
      if (document.activeElement === document.body) panel.current?.focus({ preventScroll: true })
    })
    if (panel.current && !keepsFocusAway) hold.observe(panel.current, { childList: true, subtree: true })
    const onPress = (event: PointerEvent) => {
      // The veil is pressed and let go: closed before, the finger would press what lies below it.
      const isOn = (element: HTMLElement | null) => event.target instanceof Node && element?.contains(event.target)
      if (!isOn(panel.current) && !isOn(veil.current)) close({ returnsFocus: false })
    }
    document.addEventListener('pointerdown', onPress, true)
    return () => {
      hold.disconnect()
      document.removeEventListener('pointerdown', onPress, true)
    }
  }, [keepsFocusAway])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      props.onClose({ returnsFocus: true })
    }
    if (event.key === 'Tab' && role !== 'toolbar') keepInside(event, panel.current)
  }

  return createPortal(
    <>
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- Escape does the same */}
      {isSheet && <div ref={veil} className={styles.veil} onClick={() => props.onClose({ returnsFocus: false })} />}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- its role is given by whoever uses it */}
      <div
        ref={panel}
        id={id}
        role={role}
        aria-label={label}
        // A list that is steered from the words scrolls by its own keys too.
        tabIndex={role === 'listbox' ? 0 : -1}
        data-sheet={isSheet || undefined}
        className={`${styles.floating} ${className ?? ''}`}
        onKeyDown={onKeyDown}
      >
        {children}
      </div>
    </>,
    document.querySelector('main') ?? document.body,
  )
}

/** From a panel to the window's edges and to the bars that cover them, CSS pixels. */
const SPACE = 8

async function position(element: HTMLElement, place: Place, placement: Placement): Promise<void> {
  const [seen, clear] = [seenStretch(), clearStretch()]
  const padding = { top: clear.top - seen.top + SPACE, right: SPACE, bottom: seen.bottom - clear.bottom + SPACE, left: SPACE }
  const { x, y } = await computePosition(place, element, {
    placement,
    strategy: 'fixed',
    middleware: [
      offset(6),
      flip({ padding }),
      shift({ padding }),
      size({ padding, apply: ({ availableHeight }) => element.style.setProperty('--room', `${Math.max(availableHeight, 160)}px`) }),
    ],
  })
  element.style.setProperty('--x', `${x}px`)
  element.style.setProperty('--y', `${y}px`)
  element.dataset['placed'] = 'true'
}

function firstFocus(panel: HTMLElement | null): HTMLElement | null {
  if (!panel) return null
  return panel.querySelector<HTMLElement>('[data-first-focus], input[type=radio]:checked') ?? panel.querySelector<HTMLElement>(FOCUSABLE)
}

function keepInside(event: KeyboardEvent, panel: HTMLElement | null): void {
  const all = panel ? [...panel.querySelectorAll<HTMLElement>(FOCUSABLE)] : []
  const first = all[0]
  const last = all.at(-1)
  const isLeaving = event.shiftKey ? document.activeElement === first : document.activeElement === last || isInGroupOf(last)
  if (!first || !last || !isLeaving) return
  event.preventDefault()
  ;(event.shiftKey ? last : first).focus()
}

/** The radios of one group are one stop of the Tab key. */
function isInGroupOf(last: HTMLElement | undefined): boolean {
  const active = document.activeElement
  return active instanceof HTMLInputElement && last instanceof HTMLInputElement && active.type === 'radio' && active.name === last.name
}
