/** The margin: cards beside their words. They are laid out by hand and not by drawing anew, so that three hundred of them cost a keystroke nothing. */
import { type ReactNode, useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react'
import styles from './Margin.module.css'
import { layOutCards } from './margin-layout.ts'
import { stepAmongCards } from './step-among-cards.ts'

export interface MarginCard {
  readonly id: string
  readonly card: ReactNode
}

interface MarginProps {
  readonly label: string
  /** In the order of their words. */
  readonly cards: readonly MarginCard[]
  readonly open: string | undefined
  /** Where the words of each are on the screen now, from the top of the window. */
  readonly measure: () => ReadonlyMap<string, number>
  /** Calls back when words may have moved. Returns how to stop. */
  readonly onMoved: (listener: () => void) => () => void
  /** Small marks lie over the page's edge; cards have a column of their own. */
  readonly kind: 'cards' | 'marks'
}

export function Margin({ label, cards, open, measure, onMoved, kind }: MarginProps) {
  const column = useRef<HTMLDivElement>(null)
  const arrange = useEffectEvent(() => {
    if (column.current) layOut(column.current, measure(), open)
  })

  useLayoutEffect(() => {
    if (column.current) layOut(column.current, measure(), open)
  }, [cards, open, measure])
  useEffect(() => onMoved(() => arrange()), [onMoved])
  useEffect(() => {
    const element = column.current
    if (!element) return undefined
    const resized = new ResizeObserver(() => arrange())
    for (const child of element.children) resized.observe(child)
    return () => resized.disconnect()
  }, [cards])

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the arrows go from card to card, which Tab does too
    <aside className={styles.margin} data-kind={kind} aria-label={label} onKeyDown={stepAmongCards}>
      <div ref={column} className={styles.column}>
        {cards.map(({ id, card }) => (
          <div key={id} className={styles.place} data-place={id}>
            {card}
          </div>
        ))}
      </div>
    </aside>
  )
}

function layOut(column: HTMLElement, wanted: ReadonlyMap<string, number>, open: string | undefined): void {
  const start = column.getBoundingClientRect().top
  const places = [...column.children].filter((child) => child instanceof HTMLElement)
  const cards = places
    .map((place) => ({ id: place.dataset['place'] ?? '', height: place.offsetHeight, place }))
    .flatMap(({ id, height, place }) => {
      const top = wanted.get(id)
      place.dataset['there'] = String(top !== undefined)
      return top === undefined ? [] : [{ id, height, wanted: top - start, place }]
    })
    .toSorted((a, b) => a.wanted - b.wanted)
  const tops = layOutCards(cards, open)
  let end = 0
  for (const { id, height, place } of cards) {
    const top = Math.round(tops.get(id) ?? 0)
    end = Math.max(end, top + height)
    place.style.setProperty('--top', `${top}px`)
  }
  column.style.minHeight = `${end}px`
}
