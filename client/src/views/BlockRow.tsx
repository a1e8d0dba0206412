/** One block in a view: its sign, its words, which lead to where it lives, and its facts, which are edited here. */
import type { GatheredBlock } from '@tandem/shared/document/journal-index.ts'
import { Fragment } from 'react'
import { Link } from 'wouter'
import { Dots } from '../ui/Dots.tsx'
import { Strip } from '../ui/Strip.tsx'
import type { VouchedLine } from '../ui/vouched-line.ts'
import { pageWords } from '../words/page.ts'
import { viewsWords } from '../words/views.ts'
import styles from './BlockRow.module.css'
import type { LinePart, ViewTools } from './view-tools.ts'

export interface BelowRow {
  /** What is said of a block in this view alone. */
  readonly note?: string
  /** The blocks that serve it. */
  readonly steps?: { readonly label: string; readonly blocks: readonly GatheredBlock[] }
}

interface BlockRowProps extends BelowRow {
  /** The goal it stands below. */
  readonly below?: string
  readonly block: GatheredBlock
  readonly tools: ViewTools
}

export function BlockRow({ tools, note, steps, below, ...props }: BlockRowProps) {
  const block = tools.now(props.block)
  const page = tools.pageNameOf(block.page)
  return (
    <li className={styles.row} data-block={block.id} data-kind={block.kind} data-end={endOf(block)}>
      <Sign {...{ block, tools }} />
      <div className={styles.body}>
        <Link href={tools.hrefOf(block)} className={styles.words ?? ''}>
          {block.text}
        </Link>
        <p className={styles.line}>
          <FactsButton block={block} tools={tools} parts={tools.lineOf(block, below)} vouched={tools.vouchedOf(block)} />
          {note && <span>{note}</span>}
          <span className={styles.place}>{viewsWords.row.goTo(page)}</span>
        </p>
        {steps && (
          <ul className={styles.steps} aria-label={steps.label}>
            {steps.blocks.map((step) => (
              <BlockRow key={step.id} block={step} tools={tools} below={block.id} />
            ))}
          </ul>
        )}
      </div>
    </li>
  )
}

function Sign({ block, tools }: Pick<BlockRowProps, 'block' | 'tools'>) {
  if (block.kind !== 'action')
    return (
      <span className={styles.sign} aria-hidden="true">
        <tools.Sign kind={block.kind} />
      </span>
    )
  const end = block.facts['end']
  return (
    <button
      type="button"
      role="checkbox"
      className={styles.sign}
      aria-checked={end === 'done' ? true : end ? 'mixed' : false}
      aria-label={block.text.trim()}
      disabled={!tools.mayEdit}
      onClick={() => tools.onTick(block)}
    >
      <tools.Sign kind={end === 'done' ? 'action-done' : end ? 'action-ended' : 'action'} />
    </button>
  )
}

interface FactsButtonProps extends Pick<BlockRowProps, 'block' | 'tools'> {
  readonly parts: readonly LinePart[]
  readonly vouched: VouchedLine | undefined
}

function FactsButton({ block, tools, vouched, ...said }: FactsButtonProps) {
  const parts = [...said.parts, ...(vouched?.parts ?? [])]
  const isKnown = parts.length > 0 || vouched !== undefined
  const words = parts.map(({ text }, index) => (
    <Fragment key={text}>
      {index > 0 && pageWords.facts.separator}
      <span data-tone={parts[index]?.tone}>{text}</span>
    </Fragment>
  ))
  const line = (
    <>
      {words}
      {vouched && (
        <span className={styles.vouched}>
          {vouched.strip.length > 1 && <Strip values={vouched.strip} />}
          {vouched.dots.length > 0 && <Dots dots={vouched.dots} label="" />}
        </span>
      )}
    </>
  )
  if (!tools.mayEdit && !vouched) return isKnown ? <span>{line}</span> : null
  return (
    <button
      type="button"
      className={styles.facts}
      data-known={isKnown}
      aria-haspopup="dialog"
      aria-label={viewsWords.row.facts([...parts.map(({ text }) => text), vouched?.label ?? ''].filter(Boolean).join(pageWords.facts.separator))}
      onClick={() => tools.onFacts(block)}
    >
      {isKnown ? line : viewsWords.row.add}
    </button>
  )
}

/** What is over is quieter. */
function endOf({ kind, facts }: GatheredBlock): string | undefined {
  const end = kind === 'action' ? facts['end'] : kind === 'goal' && (facts['status'] === 'met' || facts['status'] === 'parked') ? facts['status'] : undefined
  return typeof end === 'string' ? end : undefined
}
