/** Files of a journal: sent as bytes, fetched by their address. */
import { FETCH, KEEP, KeptFile } from '@tandem/shared/contracts/files.ts'
import { newId, type JournalId } from '@tandem/shared/ids.ts'
import { exchangeBytes, fetchBytes, fillPath } from './call.ts'

interface Sent {
  readonly journal: JournalId
  readonly name: string
  readonly bytes: Blob
}

/** Refused: throws the `Failure`. No answer: throws `Unreachable`. */
export async function sendFile({ journal, name, bytes }: Sent): Promise<KeptFile> {
  const { path } = fillPath(KEEP.path, { id: journal })
  return KeptFile.parse(await exchangeBytes(`${path}?${new URLSearchParams({ file: newId(), name })}`, bytes))
}

/** Its bytes, of a journal I may read. Fails as `sendFile` does. */
export function fetchFile(journal: JournalId, file: string): Promise<Blob> {
  return fetchBytes(fileAddress(journal, file))
}

export function fileAddress(journal: JournalId, file: string): string {
  return fillPath(FETCH.path, { id: journal, file }).path
}
