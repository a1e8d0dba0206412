/** Makes what the parts of an open page share, and keeps it up to date. */
import type { Day, JournalId, PageId, PersonId } from '@tandem/shared/ids.ts'
import type * as Y from 'yjs'
import { createBlockWords } from './facts/block-words.ts'
import { dayOf } from './facts/days.ts'
import { createFactsIndex } from '@tandem/shared/document/facts-index.ts'
import type { PageContext, PageScreen, VouchedOf } from './page-context.ts'
import { type PagePerson, peopleOf } from './people.ts'

export interface PageContextOptions {
  readonly doc: Y.Doc
  readonly page: PageId
  readonly journal?: JournalId | undefined
  readonly me: PersonId
  readonly people?: readonly PagePerson[]
  readonly locale?: string
  readonly now?: () => Date
  /** A page without a screen, as in a test, opens nothing. */
  readonly screen?: PageScreen
}

export interface OwnedPageContext {
  readonly context: PageContext
  readonly setPeople: (people: readonly PagePerson[]) => void
  readonly setVouchedOf: (vouchedOf: VouchedOf) => void
  readonly setMayComment: (mayComment: boolean) => void
  /** Lets everything be said anew, as after midnight. */
  readonly refresh: () => void
  readonly destroy: () => void
}

const NO_SCREEN: PageScreen = {
  openFacts: () => undefined,
  openBlockMenu: () => undefined,
  copyLink: () => undefined,
  openLink: () => undefined,
  goTo: () => undefined,
  addFiles: () => undefined,
  copyFile: () => undefined,
  pickFiles: () => undefined,
  pressHighlight: () => undefined,
}

export function createPageContext({
  doc,
  page,
  journal,
  me,
  people = [],
  locale = 'en',
  now = () => new Date(),
  screen = NO_SCREEN,
}: PageContextOptions): OwnedPageContext {
  const listeners = new Set<() => void>()
  const refresh = () => {
    for (const listener of listeners) listener()
  }
  const facts = createFactsIndex(doc)
  const blockWords = createBlockWords(doc, { page, onChange: refresh })
  const today = (): Day => dayOf(now())
  let known = peopleOf(people)
  let vouchedOf: VouchedOf = () => undefined
  let mayComment = false

  const context: PageContext = {
    doc,
    page,
    journal,
    me,
    facts,
    screen,
    today,
    vouchedOf: (block) => vouchedOf(block),
    mayComment: () => mayComment,
    factContext: () => ({ people: known, locale, today: today(), wordsOf: blockWords.of }),
    onContextChange: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  return {
    context,
    refresh,
    setPeople: (next) => {
      known = peopleOf(next)
      refresh()
    },
    setVouchedOf: (next) => {
      vouchedOf = next
      refresh()
    },
    setMayComment: (may) => {
      if (may === mayComment) return
      mayComment = may
      refresh()
    },
    destroy: () => {
      facts.destroy()
      blockWords.destroy()
      listeners.clear()
    },
  }
}
