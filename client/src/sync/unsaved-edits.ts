/** The number of unsaved edits, remembered so that it is still honest after the tab was closed offline and opened again. */
import type { DocumentId, Millis, PersonId } from '@tandem/shared/ids.ts'
import { type DeviceStore, openDeviceStore, type UnsavedMark } from './device-store.ts'

export interface RememberedEdits {
  readonly edits: number
  readonly savedAt: Millis | null
}

export interface UnsavedEdits {
  /** What earlier tabs of this document left behind. */
  readonly found: RememberedEdits
  /** The client ids under which these wrote what was not saved. Some may still be open. */
  readonly tabs: readonly number[]
  /** Remembers this tab's count. At zero the marks found at opening are forgotten too, for what they counted was in this tab's document and is committed. */
  remember(now: RememberedEdits): Promise<void>
  /** Forgets every mark of this document. */
  forget(): Promise<void>
}

export async function openUnsavedEdits(store: DeviceStore, mine: { readonly document: DocumentId; readonly tab: number }): Promise<UnsavedEdits> {
  const marks = await store.getAllFromIndex('unsaved', 'document', mine.document)
  const found = sumOf(marks)
  let adopted: readonly UnsavedMark[] = marks
  return {
    found,
    tabs: marks.filter(({ edits }) => edits > 0).map(({ tab }) => tab),
    async remember(now) {
      const forgotten = now.edits === 0 ? adopted : []
      if (now.edits === 0) adopted = []
      // Each mark holds its own tab's edits only, or a third tab would count the first one's twice.
      const own = adopted.length > 0 ? Math.max(0, now.edits - found.edits) : now.edits
      const write = store.transaction('unsaved', 'readwrite')
      for (const mark of forgotten) {
        const current = await write.store.get([mark.document, mark.tab])
        // Another tab that is still open may have written more since: its mark is its own to clear.
        if (current && current.edits === mark.edits) await write.store.delete([mark.document, mark.tab])
      }
      await write.store.put({ ...mine, edits: own, savedAt: now.savedAt })
      await write.done
    },
    async forget() {
      const write = store.transaction('unsaved', 'readwrite')
      for (const key of await write.store.index('document').getAllKeys(mine.document)) await write.store.delete(key)
      await write.done
    },
  }
}

/** How many edits of this person only this device has, over all journals. For the warning before signing out. */
export async function countUnsavedEdits(person: PersonId): Promise<number> {
  const store = await openDeviceStore(person)
  const marks = await store.getAll('unsaved')
  store.close()
  return marks.reduce((sum, mark) => sum + mark.edits, 0)
}

function sumOf(marks: readonly UnsavedMark[]): RememberedEdits {
  const times = marks.flatMap((mark) => (mark.savedAt === null ? [] : [mark.savedAt]))
  return { edits: marks.reduce((sum, mark) => sum + mark.edits, 0), savedAt: times.length > 0 ? Math.max(...times) : null }
}
