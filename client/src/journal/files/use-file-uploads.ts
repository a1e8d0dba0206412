/** Files on their way to the server. One that cannot be sent says why, and nothing on the page changes. */
import { Failure } from '@tandem/shared/failure.ts'
import type { JournalId } from '@tandem/shared/ids.ts'
import { useCallback, useState } from 'react'
import { fetchFile, sendFile } from '../../api/files.ts'
import { Unreachable } from '../../api/unreachable.ts'
import { pageWords } from '../../words/page.ts'
import { troubleWords } from '../../words/trouble.ts'
import type { PageEditorHandle } from '../create-page-editor.ts'
import { setFacts } from '../facts/fact-writes.ts'
import type { CopiedFile } from './copied-file.ts'
import { preparePicture } from './prepare-picture.ts'
import { putFile } from './put-file.ts'

export interface Upload {
  readonly number: number
  readonly name: string
  /** Why it was not sent; `undefined` while it is on the way. */
  readonly trouble: string | undefined
}

const say = pageWords.files

let count = 0

export function useFileUploads(handle: PageEditorHandle, journal: JournalId | undefined) {
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const dismiss = useCallback((number: number) => setUploads((before) => before.filter((upload) => upload.number !== number)), [])

  /** Shown while it is done, and until it is read when it could not be. */
  const show = useCallback(
    async (name: string, trouble: (error: unknown) => string, send: () => Promise<void>) => {
      count += 1
      const number = count
      setUploads((before) => [...before, { number, name, trouble: undefined }])
      try {
        await send()
        dismiss(number)
      } catch (error) {
        setUploads((before) => before.map((one) => (one.number === number ? { ...one, trouble: trouble(error) } : one)))
      }
    },
    [dismiss],
  )

  const add = useCallback(
    async (files: readonly File[], after: string | undefined) => {
      if (!journal) return
      let below = after
      // One after the other, so that they stand in the order in which they were chosen.
      for (const file of files)
        await show(file.name, whyNotSent, async () => {
          const { bytes, ...size } = await preparePicture(file)
          const kept = await sendFile({ journal, name: file.name || say.unnamed, bytes })
          if (!handle.editor.isDestroyed) below = putFile(handle.editor, handle.context, { kept, size, after: below })
        })
    },
    [handle, journal, show],
  )

  const copy = useCallback(
    async (block: string, { from, file, name, size }: CopiedFile) => {
      if (!journal) return
      const known = name ?? say.unnamed
      await show(known, whyNotCopied, async () => {
        const kept = await sendFile({ journal, name: known, bytes: await fetchFile(from, file) })
        setFacts(handle.context.doc, block, { file: kept.file, name: kept.name, type: kept.type, bytes: kept.bytes, ...size })
      })
    },
    [handle, journal, show],
  )
  return { uploads, add, copy, dismiss }
}

function whyNotSent(error: unknown): string {
  return error instanceof Unreachable ? say.unreachable : troubleWords(error)
}

function whyNotCopied(error: unknown): string {
  if (error instanceof Unreachable) return say.notCopiedNow
  return error instanceof Failure && (error.code === 'unknown-file' || error.code === 'unknown-journal') ? say.notMineToCopy : troubleWords(error)
}
