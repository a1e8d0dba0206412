/**
 * The margin: cards beside their words. Only those in and near the window are there at all, and they are laid out by hand and not by drawing anew,
 * so that three hundred of them cost a keystroke nothing.
 */
import { type ReactNode, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import styles from './Margin.module.css'
import { isCrowded, layOutCards, nearOf, type Tops } from './margin-layout.ts'
import { heightsIn, heldIn, placeCards } from './place-cards.ts'
import { stepAmongCards } from './step-among-cards.ts'

export interface MarginCard {
  readonly id: string
  readonly card: ReactNode
}

interface MarginProps {
  readonly label: string
  readonly cards: readonly MarginCard[]
  readonly open: string | undefined
  /** Where the words of each are on the screen now, from the top of the window. */
  readonly measure: () => Tops
  /** Calls back when words may have moved. Returns how to stop. */
  readonly onMoved: (listener: () => void) => () => void
  /** Small marks lie over the page's edge; cards have a column of their own. */
  readonly kind: 'cards' | 'marks'
}

/** How high a card is that has not been there yet, px. */
const UNSEEN = { cards: 104, marks: 32, lines: 36 }

export function Margin({ label, cards, open, measure, onMoved, kind }: MarginProps) {
  const column = useRef<HTMLDivElement>(null)
  const heights = useRef<Record<keyof typeof UNSEEN, Tops>>({ cards: new Map(), marks: new Map(), lines: new Map() })
  /** Where cards would be pushed far from their words, those that are closed are one line each. */
  const [isDense, setDense] = useState(false)
  /** From top to bottom. */
  const [near, setNear] = useState<readonly string[]>([])

  const arrange = useEffectEvent(() => {
    const element = column.current
    if (!element) return
    const shape = isDense ? 'lines' : kind
    heights.current[shape] = new Map([...heights.current[shape], ...heightsIn(element)])
    const start = element.getBoundingClientRect().top
    const tops = measure()
    const shaped = (as: keyof typeof UNSEEN) =>
      cards
        .map(({ id }) => ({ id, wanted: (tops.get(id) ?? start) - start, height: heights.current[as].get(id) ?? UNSEEN[as] }))
        .toSorted((a, b) => a.wanted - b.wanted)
    setDense(kind === 'cards' && isCrowded(shaped('cards')))
    const placed = layOutCards(shaped(shape), open)
    placeCards(element, { tops: placed, heights: heights.current[shape], start })
    const now = nearOf(placed, { from: -innerHeight - start, to: 2 * innerHeight - start, always: [open, heldIn(element)] })
    setNear((before) => (before.length === now.length && before.every((id, index) => id === now[index]) ? before : now))
  })

  useLayoutEffect(() => arrange(), [cards, open, measure, near, isDense])
  useEffect(() => onMoved(() => arrange()), [onMoved])
  useEffect(() => {
    const element = column.current
    if (!element) return undefined
    const resized = new ResizeObserver(() => arrange())
    for (const child of element.children) resized.observe(child)
    return () => resized.disconnect()
  }, [near])

  const byId = new Map(cards.map(({ id, card }) => [id, card]))
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the arrows go from card to card, which Tab does too
    <aside className={styles.margin} data-cards data-kind={kind} data-dense={isDense || undefined} aria-label={label} onKeyDown={stepAmongCards}>
      <div ref={column} className={styles.column}>
        {near.map((id) => (
          <div key={id} className={styles.place} data-place={id}>
            {byId.get(id)}
          </div>
        ))}
      </div>
    </aside>
  )
}
