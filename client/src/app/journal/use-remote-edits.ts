/** What others change on the open page, said politely to those who hear the page instead of seeing it: who, and which block. Never while they are still at it, and never letter by letter. */
import { pageFragment } from '@tandem/shared/document/journal-doc.ts'
import { elementText } from '@tandem/shared/document/read-blocks.ts'
import type { PageId } from '@tandem/shared/ids.ts'
import { useEffect, useEffectEvent, useState } from 'react'
import * as Y from 'yjs'
import type { Presence } from '../../presence/read-presence.ts'
import { spokenList } from '../../words/dates.ts'
import { words } from '../../words/words.ts'

/** Silence after which an edit counts as said. */
const PAUSE = 2_500
const LONGEST = 80

/** The sentence to say; empty while there is none. `isReady` is false while the journal is still arriving: that is no news. */
export function useRemoteEdits(
  doc: Y.Doc,
  page: PageId | undefined,
  { others, isReady }: { readonly others: readonly Presence[]; readonly isReady: boolean },
): string {
  const [said, setSaid] = useState('')
  const say = useEffectEvent((changed: readonly Y.XmlElement[]) => {
    const who = others.filter((other) => other.page === page).map(({ name }) => name)
    const there = changed.filter((element) => element.parent !== null)
    const last = there.at(-1)
    const text = last ? elementText(last).trim().slice(0, LONGEST) : ''
    setSaid(words.journal.presence.edited(who.length > 0 ? spokenList(who) : words.journal.presence.somebody, text))
  })

  useEffect(() => {
    if (page === undefined || !isReady) return
    const fragment = pageFragment(doc, page)
    const changed = new Set<Y.XmlElement>()
    let pause: ReturnType<typeof setTimeout> | undefined
    const onChange = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction): void => {
      if (transaction.local) return
      for (const { target } of events) {
        const block = blockOf(target, fragment)
        if (!block) continue
        // The latest is the one that is told.
        changed.delete(block)
        changed.add(block)
      }
      clearTimeout(pause)
      pause = setTimeout(() => {
        say([...changed])
        changed.clear()
      }, PAUSE)
    }
    fragment.observeDeep(onChange)
    return () => {
      clearTimeout(pause)
      fragment.unobserveDeep(onChange)
    }
  }, [doc, page, isReady])
  return said
}

/** The top-level block in which something changed; `undefined` for the page as a whole. */
function blockOf(target: Y.AbstractType<unknown>, fragment: Y.XmlFragment): Y.XmlElement | undefined {
  let type: Y.AbstractType<unknown> | null = target
  while (type && type.parent !== fragment) type = type.parent as Y.AbstractType<unknown> | null
  return type instanceof Y.XmlElement ? type : undefined
}
