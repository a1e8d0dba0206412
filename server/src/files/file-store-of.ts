/** Which store the configuration asks for: a bucket when it names one, else a folder of the data folder. */
import { join } from 'node:path'
import { FILES_FOLDER } from './file-names.ts'
import type { FileStore } from './file-store.ts'
import { folderStore } from './folder-store.ts'
import { type S3Options, s3Store } from './s3-store.ts'

export function fileStoreOf({ dataDir, s3 }: { readonly dataDir: string; readonly s3: S3Options | undefined }): FileStore {
  return s3 ? s3Store(s3) : folderStore(join(dataDir, FILES_FOLDER))
}
