/** What every view has: its title, its filters, its parts, and something to say when there is nothing. */
import type { GatheredBlock } from '@tandem/shared/document/journal-index.ts'
import { Link } from 'wouter'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { viewsWords } from '../words/views.ts'
import { type BelowRow, BlockRow } from './BlockRow.tsx'
import { FilterChips, type FilterChoice } from './FilterChips.tsx'
import styles from './ViewFrame.module.css'
import type { View } from './view-names.ts'
import type { ViewSection } from './view-section.ts'
import type { ViewTools } from './view-tools.ts'

export interface Filters {
  readonly label: string
  readonly choices: readonly FilterChoice[]
}

/** Where to begin when there is nothing yet; `undefined` for those who only read. */
export type FirstPage = { readonly name: string; readonly href: string } | undefined

interface ViewFrameProps {
  readonly view: View
  /** Whether there is anything at all, before it is narrowed down. */
  readonly isEmpty: boolean
  readonly firstPage: FirstPage
  /** The address of the view with nothing narrowed down. */
  readonly allHref: string
  readonly filters: readonly Filters[]
  readonly sections: readonly ViewSection[]
  readonly tools: ViewTools
  /** What hangs below a row. */
  readonly below?: (block: GatheredBlock) => BelowRow
}

export function ViewFrame({ view, isEmpty, firstPage, allHref, filters, sections, tools, below }: ViewFrameProps) {
  if (isEmpty) {
    const { title, lead } = viewsWords.empty[view]
    return (
      <EmptyState
        isWholeScreen
        title={title}
        lead={lead}
        action={firstPage && <ButtonLink href={firstPage.href}>{viewsWords.empty.write(firstPage.name)}</ButtonLink>}
      />
    )
  }
  return (
    <>
      <h1 className={styles.title}>{viewsWords.titles[view]}</h1>
      <div className={styles.filters}>
        {filters.map((each) => (
          <FilterChips key={each.label} {...each} />
        ))}
      </div>
      {sections.length === 0 && (
        <p className={styles.nothing}>
          {viewsWords.empty.filtered} <Link href={allHref}>{viewsWords.empty.showAll}</Link>
        </p>
      )}
      {sections.map((section) => (
        <Section key={section.key} {...{ section, tools, below }} />
      ))}
    </>
  )
}

interface SectionProps {
  readonly section: ViewSection
  readonly tools: ViewTools
  readonly below: ViewFrameProps['below']
}

function Section({ section: { key, title, blocks, isFolded, isLate }, tools, below }: SectionProps) {
  const id = `section-${key}`
  const heading = (
    <h2 id={id} className={styles.heading} data-late={isLate}>
      {title} <span className={styles.count}>{blocks.length}</span>
    </h2>
  )
  const list = (
    <ul aria-labelledby={id} className={styles.list}>
      {blocks.map((block) => (
        <BlockRow key={block.id} {...{ block, tools }} below={key} {...below?.(block)} />
      ))}
    </ul>
  )
  if (!isFolded) {
    return (
      <section className={styles.section}>
        {heading}
        {list}
      </section>
    )
  }
  return (
    <details className={styles.section}>
      <summary className={styles.summary}>{heading}</summary>
      {list}
    </details>
  )
}
