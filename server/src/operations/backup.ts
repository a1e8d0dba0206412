/** Takes a backup while the server runs: everything of the data folder that cannot be made anew, at one moment, in one file. */
import { Buffer } from 'node:buffer'
import { existsSync } from 'node:fs'
import { readdir, rm, stat } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { copyDatabase, examineDatabase, listKeptFiles } from '../database/copy-database.ts'
import { LOCK_FILE } from '../database/data-folder.ts'
import { DATABASE_FILE } from '../database/open-database.ts'
import { FILES_FOLDER, keyOfMember, nameInBackup } from '../files/file-names.ts'
import { storeKey } from '../files/keep-file.ts'
import { addFrontToCopy } from '../log/front/add-front-to-copy.ts'
import { type FoundFront, readFront } from '../log/front/front-files.ts'
import { StartProblem } from '../start-problem.ts'
import { type Content, writeArchive } from './archive/write-archive.ts'
import { draftOf, removeLeftovers } from './leftovers.ts'
import { Manifest, MANIFEST_FILE } from './manifest.ts'

export interface BackupOptions {
  readonly dataDir: string
  /** Replaced when it exists, as soon as the new one is whole. */
  readonly path: string
  readonly now: number
}

export interface Backup {
  readonly manifest: Manifest
  readonly bytes: number
  /** How many pictures and files of journals are not in it, because their bytes are not in the data folder: in a bucket, say. */
  readonly absentFiles: number
  /** Where the front is damaged: what was acknowledged there is not in it. */
  readonly damages: FoundFront['damages']
}

/** Secrets are small. What is larger and not the database was put there by somebody else. */
const SECRET_BYTES = 1024 * 1024

/**
 * Everything acknowledged before it begins is in it. It needs room for two copies beside `path` while it runs, and checks the copy before it is kept.
 * Throws a StartProblem for what its operator can mend.
 */
export async function takeBackup({ dataDir, path, now }: BackupOptions): Promise<Backup> {
  if (!existsSync(dirname(path))) throw new StartProblem(`There is no folder ${dirname(path)} to put the backup into.`)
  if (!relative(dataDir, path).startsWith('..'))
    throw new StartProblem(`A backup inside the data folder ${dataDir} would be lost with it. Name a file elsewhere.`)
  await removeLeftovers(path)
  const draft = draftOf(path)
  const copy = `${draft}.copy`
  try {
    // At one moment: a snapshot in the copy must not know more than the front that was read, or what is written later builds on what nobody has. [L15]
    const front = await copyDatabase(dataDir, copy, () => readFront(dataDir))
    await addFrontToCopy(copy, front)
    // After the database: a file is kept before its row, so every row of the copy finds its bytes.
    const files = [...(await listSecrets(dataDir)), ...(await listFiles(dataDir)), { name: DATABASE_FILE, from: copy }]
    const manifest: Manifest = {
      format: 'tandem-backup',
      version: 1,
      takenAt: new Date(now).toISOString(),
      files: files.map((file) => file.name),
      holds: examineDatabase(copy),
    }
    const contents = [{ name: MANIFEST_FILE, from: Buffer.from(`${JSON.stringify(manifest, undefined, 2)}\n`) }, ...files]
    const held = new Set(manifest.files)
    const absentFiles = listKeptFiles(copy).filter(({ journal, file }) => !held.has(nameInBackup(storeKey(journal, file)))).length
    return { manifest, absentFiles, damages: front.damages, bytes: await writeArchive({ path, partial: `${draft}.partial`, contents, at: now }) }
  } finally {
    for (const suffix of ['', '-wal', '-shm']) await rm(copy + suffix, { force: true })
  }
}

async function listSecrets(dataDir: string): Promise<Content[]> {
  const secrets: Content[] = []
  for (const name of (await readdir(dataDir)).toSorted()) {
    if (!isSecretName(name)) continue
    const found = await stat(join(dataDir, name))
    if (found.isFile() && found.size <= SECRET_BYTES) secrets.push({ name, from: join(dataDir, name) })
  }
  return secrets
}

async function listFiles(dataDir: string): Promise<Content[]> {
  const folder = join(dataDir, FILES_FOLDER)
  if (!existsSync(folder)) return []
  const keys = (await readdir(folder)).toSorted().filter((name) => keyOfMember(nameInBackup(name)) !== undefined)
  return keys.map((key) => ({ name: nameInBackup(key), from: join(folder, key) }))
}

function isSecretName(name: string): boolean {
  const isDatabase = name.startsWith(DATABASE_FILE) || name.startsWith(LOCK_FILE)
  return !isDatabase && Manifest.shape.files.element.safeParse(name).success
}
