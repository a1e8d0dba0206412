/** Files on their way to the server. One that cannot be sent says why, and nothing on the page changes. */
import type { JournalId } from '@tandem/shared/ids.ts'
import { useCallback, useState } from 'react'
import { sendFile } from '../../api/files.ts'
import { Unreachable } from '../../api/unreachable.ts'
import { pageWords } from '../../words/page.ts'
import { troubleWords } from '../../words/trouble.ts'
import type { PageEditorHandle } from '../create-page-editor.ts'
import { preparePicture } from './prepare-picture.ts'
import { putFile } from './put-file.ts'

export interface Upload {
  readonly number: number
  readonly name: string
  /** Why it was not sent; `undefined` while it is on the way. */
  readonly trouble: string | undefined
}

let count = 0

export function useFileUploads(handle: PageEditorHandle, journal: JournalId | undefined) {
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const dismiss = useCallback((number: number) => setUploads((before) => before.filter((upload) => upload.number !== number)), [])

  const add = useCallback(
    async (files: readonly File[], after: string | undefined) => {
      if (!journal) return
      let below = after
      // One after the other, so that they stand in the order in which they were chosen.
      for (const file of files) {
        count += 1
        const upload: Upload = { number: count, name: file.name, trouble: undefined }
        setUploads((before) => [...before, upload])
        try {
          const { bytes, ...size } = await preparePicture(file)
          const kept = await sendFile({ journal, name: file.name || pageWords.files.unnamed, bytes })
          if (!handle.editor.isDestroyed) below = putFile(handle.editor, handle.context, { kept, size, after: below })
          dismiss(upload.number)
        } catch (error) {
          const trouble = error instanceof Unreachable ? pageWords.files.unreachable : troubleWords(error)
          setUploads((before) => before.map((one) => (one.number === upload.number ? { ...one, trouble } : one)))
        }
      }
    },
    [handle, journal, dismiss],
  )
  return { uploads, add, dismiss }
}
