/** Which files are on their way, and which could not be sent; and the browser's own way of picking some. */
import { IconLoader2, IconX } from '@tabler/icons-react'
import type { JournalId } from '@tandem/shared/ids.ts'
import { useEffect, useRef } from 'react'
import { coversBottom } from '../../ui/covered-edges.ts'
import { pageWords } from '../../words/page.ts'
import { caretBlock } from '../blocks/page-blocks.ts'
import type { PageEditorHandle } from '../create-page-editor.ts'
import type { CopiedFile } from './copied-file.ts'
import styles from './FileUploads.module.css'
import { useFileUploads } from './use-file-uploads.ts'

const say = pageWords.files

/** What the page asks of it. */
export interface FileDesk {
  readonly add: (files: readonly File[], after: string | undefined) => void
  readonly copy: (block: string, copied: CopiedFile) => void
  readonly pick: () => void
}

interface FileUploadsProps {
  readonly handle: PageEditorHandle
  readonly journal: JournalId | undefined
  /** Told who takes files now, and with `undefined` when nobody does any more. */
  readonly onDesk: (desk: FileDesk | undefined) => void
}

export function FileUploads({ handle, journal, onDesk }: FileUploadsProps) {
  const picker = useRef<HTMLInputElement>(null)
  const below = useRef<string>(undefined)
  const { uploads, add, copy, dismiss } = useFileUploads(handle, journal)
  useEffect(() => {
    onDesk({
      add: (files, after) => void add(files, after),
      copy: (block, copied) => void copy(block, copied),
      pick: () => {
        below.current = (caretBlock(handle.editor.state)?.node.attrs['id'] as string | null | undefined) ?? undefined
        picker.current?.click()
      },
    })
    return () => onDesk(undefined)
  }, [handle, add, copy, onDesk])
  return (
    <>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        aria-label={say.pick}
        onChange={(event) => {
          void add([...(event.target.files ?? [])], below.current)
          event.target.value = ''
        }}
      />
      <ul className={styles.list} aria-live="polite" aria-label={say.title}>
        {uploads.map(({ number, name, trouble }) => (
          <li key={number} ref={coversBottom} className={styles.upload} data-trouble={trouble !== undefined || undefined}>
            {trouble === undefined && <IconLoader2 className={styles.turning} size={16} stroke={1.8} aria-hidden />}
            <span>{trouble === undefined ? say.sending(name) : `${name}: ${trouble}`}</span>
            {trouble !== undefined && (
              <button type="button" className={styles.close} aria-label={say.dismiss} onClick={() => dismiss(number)}>
                <IconX size={16} stroke={1.8} aria-hidden />
              </button>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
