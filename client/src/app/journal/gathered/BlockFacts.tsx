/** The facts of one block, edited outside its page with the page's own fields. */
import type { GatheredBlock } from '@tandem/shared/document/journal-index.ts'
import type { PersonId } from '@tandem/shared/ids.ts'
import { useEffect, useMemo, useState } from 'react'
import type * as Y from 'yjs'
import { createPageContext } from '../../../journal/create-page-context.ts'
import { FactsPopover } from '../../../journal/facts/FactsPopover.tsx'
import type { RenderVouching } from '../../../journal/PageMenus.tsx'
import type { PageContext } from '../../../journal/page-context.ts'
import type { PagePerson } from '../../../journal/people.ts'
import { locale } from '../../../words/dates.ts'

interface BlockFactsProps {
  readonly doc: Y.Doc
  readonly me: PersonId
  readonly people: readonly PagePerson[]
  readonly block: GatheredBlock
  /** The row it stands in, asked for anew whenever the view has moved. */
  readonly findRow: () => Element | null
  readonly isEditable: boolean
  readonly renderVouching: RenderVouching
  readonly onClose: (how: { readonly returnsFocus: boolean }) => void
}

export function BlockFacts({ doc, me, people, block, findRow, isEditable, renderVouching, onClose }: BlockFactsProps) {
  const [context, setContext] = useState<PageContext>()
  useEffect(() => {
    const own = createPageContext({ doc, me, people, page: block.page, locale: locale() })
    setContext(own.context)
    return own.destroy
  }, [doc, me, people, block.page])
  const place = useMemo(() => {
    const row = findRow()
    return { getBoundingClientRect: () => (findRow() ?? document.body).getBoundingClientRect(), ...(row ? { contextElement: row } : {}) }
  }, [findRow])
  if (!context) return null
  const about = { block: block.id, kind: block.kind, about: block.text }
  return (
    <FactsPopover
      {...{ context, place, isEditable, onClose, ...about }}
      renderVouching={(part) => renderVouching({ ...about, part, onClose: () => onClose({ returnsFocus: true }) })}
    />
  )
}
