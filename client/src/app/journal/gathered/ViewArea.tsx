/** A gathered view on the screen: the blocks where they live, with the page's own facts to edit them by. */
import type { JournalSummary } from '@tandem/shared/contracts/journals.ts'
import type { Me } from '@tandem/shared/contracts/me.ts'
import type { ListedPage } from '@tandem/shared/document/journal-doc.ts'
import type { JournalIndex } from '@tandem/shared/document/journal-index.ts'
import type { Touched } from '@tandem/shared/contracts/touched.ts'
import type { BlockId } from '@tandem/shared/ids.ts'
import { useCallback, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { useTouched } from '../../../api/changes.ts'
import { blockPath, journalPath } from '../../../api/paths.ts'
import { AgreedOn } from '../../../commitments/AgreedOn.tsx'
import { findShownPage } from '../../../pages/page-groups.ts'
import { pageName } from '../../../pages/page-name.ts'
import type { JournalSession } from '../../../sync/session.ts'
import { GatheredView } from '../../../views/GatheredView.tsx'
import { useGathered } from '../../../views/use-gathered.ts'
import { parseFilter } from '../../../views/view-filter.ts'
import type { View } from '../../../views/view-names.ts'
import styles from '../PageArea.module.css'
import { useVouching } from '../vouching/use-vouching.tsx'
import { BlockFacts } from './BlockFacts.tsx'
import { useHeldBlocks } from './use-held-blocks.ts'
import { useToday } from './use-today.ts'
import { viewTools } from './view-tools.ts'

interface ViewAreaProps {
  readonly session: JournalSession
  readonly journal: JournalSummary
  readonly me: Me
  readonly pages: readonly ListedPage[]
  readonly index: JournalIndex
  readonly view: View
  readonly mayEdit: boolean
}

const UNTOUCHED: ReadonlyMap<string, Touched> = new Map()

export function ViewArea({ session, journal, me, pages, index, view, mayEdit }: ViewAreaProps) {
  const search = useSearch()
  const [, go] = useLocation()
  const today = useToday()
  const blocks = useGathered(index)
  const { data: touched = UNTOUCHED } = useTouched(journal.id)
  const { arranged, hold, release } = useHeldBlocks(blocks, `${view}?${search}`)
  const [edited, setEdited] = useState<BlockId>()
  const block = blocks.find(({ id }) => id === edited)
  const findRow = useCallback(() => (edited ? document.querySelector(`[data-block="${CSS.escape(edited)}"] [aria-haspopup]`) : null), [edited])
  const first = findShownPage(pages, undefined)

  function closeFacts({ returnsFocus }: { readonly returnsFocus: boolean }): void {
    if (!edited) return
    release(edited)
    setEdited(undefined)
    if (!returnsFocus) return
    // Released, its row may stand elsewhere: the focus goes to where it is then.
    requestAnimationFrame(() => {
      const row = findRow()
      if (row instanceof HTMLElement) row.focus()
    })
  }

  const { vouchedOf, renderVouching, commitments, parties } = useVouching({
    session,
    journal,
    me: me.id,
    mayEdit,
    onRewrite: (id) => {
      const home = blocks.find((each) => each.id === id)
      if (home) go(blockPath(journal.id, home.page, home.id))
    },
  })

  const tools = viewTools({
    doc: session.doc,
    journal,
    me: me.id,
    pages,
    blocks,
    today,
    touched,
    mayEdit,
    vouchedOf,
    onTick: hold,
    onFacts: (opened) => {
      hold(opened)
      setEdited(opened.id)
    },
  })
  return (
    <article className={styles.column}>
      <GatheredView
        view={view}
        blocks={arranged}
        tools={tools}
        filter={parseFilter(search)}
        path={journalPath(journal.id, view)}
        firstPage={mayEdit && first ? { name: pageName(first, today).name, href: journalPath(journal.id, first.id) } : undefined}
      />
      {view === 'agreement' && <AgreedOn {...{ commitments, parties, blocks, today }} hrefOf={tools.hrefOf} />}
      {block && (
        <BlockFacts doc={session.doc} me={me.id} people={journal.members} isEditable={mayEdit} {...{ block, findRow, renderVouching }} onClose={closeFacts} />
      )}
    </article>
  )
}
