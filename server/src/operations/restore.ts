/** Puts a backup into an empty data folder. Until everything was checked the folder holds nothing a server would take for data. */
import { existsSync } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { examineDatabase } from '../database/copy-database.ts'
import { LOCK_FILE, takeDataFolder } from '../database/data-folder.ts'
import { DATABASE_FILE } from '../database/open-database.ts'
import { giveToOwnerOf } from '../database/same-owner.ts'
import { FILES_FOLDER, keyOfMember } from '../files/file-names.ts'
import { StartProblem } from '../start-problem.ts'
import { DamagedArchive, readArchive, type Sink } from './archive/read-archive.ts'
import { syncFolder } from './archive/write-archive.ts'
import { Manifest, MANIFEST_FILE } from './manifest.ts'

export interface RestoreOptions {
  readonly dataDir: string
  readonly path: string
}

const SUFFIX = '.restoring'

/** Returns what was restored. Throws a StartProblem, with the folder as it was, when the folder is not empty or the backup is not whole. */
export async function restoreBackup({ dataDir, path }: RestoreOptions): Promise<Manifest> {
  if (!existsSync(path)) throw new StartProblem(`There is no file ${path}.`)
  const giveBack = takeDataFolder(dataDir)
  try {
    const present = (await readdir(dataDir)).filter((name) => !name.startsWith(LOCK_FILE))
    if (present.length > 0) {
      throw new StartProblem(`The data folder ${dataDir} is not empty. Restore into an empty one: set DATA_DIR to another folder, or move what is in it away.`)
    }
    return await restoreInto(dataDir, path)
  } finally {
    giveBack()
  }
}

async function restoreInto(dataDir: string, path: string): Promise<Manifest> {
  const unpacked: string[] = []
  try {
    await readArchive(path, async ({ name }) => {
      if (!Manifest.shape.files.element.safeParse(name).success) throw new DamagedArchive('it holds a file of a strange name')
      unpacked.push(name)
      return fileSink(join(dataDir, name + SUFFIX))
    })
    const manifest = await readManifest(dataDir, unpacked)
    const holds = examineDatabase(join(dataDir, DATABASE_FILE + SUFFIX))
    if (JSON.stringify(holds) !== JSON.stringify(manifest.holds)) throw new DamagedArchive('the database does not hold what the manifest says')
    await rm(join(dataDir, MANIFEST_FILE + SUFFIX))
    if (manifest.files.some(keyOfMember)) {
      await mkdir(join(dataDir, FILES_FOLDER), { mode: 0o700 })
      giveToOwnerOf(dataDir, join(dataDir, FILES_FOLDER))
    }
    // The database comes last, so that nobody finds it without its secrets.
    for (const name of manifest.files) {
      giveToOwnerOf(dataDir, join(dataDir, name + SUFFIX))
      await rename(join(dataDir, name + SUFFIX), placeOf(dataDir, name))
    }
    giveToOwnerOf(dataDir, join(dataDir, LOCK_FILE))
    if (manifest.files.some(keyOfMember)) await syncFolder(join(dataDir, FILES_FOLDER))
    await syncFolder(dataDir)
    return manifest
  } catch (error) {
    for (const name of unpacked) {
      await rm(join(dataDir, name + SUFFIX), { force: true })
      await rm(placeOf(dataDir, name), { force: true })
    }
    if (error instanceof DamagedArchive) throw new StartProblem(`The file ${path} is not a whole backup: ${error.message}. Nothing was restored.`, error)
    throw error
  }
}

/** Where a member of a backup belongs. */
function placeOf(dataDir: string, name: string): string {
  const key = keyOfMember(name)
  return key === undefined ? join(dataDir, name) : join(dataDir, FILES_FOLDER, key)
}

async function fileSink(path: string): Promise<Sink> {
  const file = await open(path, 'wx', 0o600)
  return {
    // Not `write`: a nearly full disk takes a part, and that is no error of it.
    write: (chunk) => file.writeFile(chunk),
    end: async () => {
      await file.sync()
      await file.close()
    },
  }
}

async function readManifest(dataDir: string, unpacked: readonly string[]): Promise<Manifest> {
  if (unpacked[0] !== MANIFEST_FILE) throw new DamagedArchive('it does not begin with a manifest')
  const manifest = Manifest.safeParse(JSON.parse(await readFile(join(dataDir, MANIFEST_FILE + SUFFIX), 'utf8')))
  if (!manifest.success) throw new DamagedArchive('its manifest is of another kind or a newer Tandem')
  const { files } = manifest.data
  if (files.at(-1) !== DATABASE_FILE || files.join() !== unpacked.slice(1).join()) throw new DamagedArchive('it does not hold the files its manifest names')
  return manifest.data
}
