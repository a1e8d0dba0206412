/** Completes a copy of the database with what only the front held, so that a backup is one database and nothing else. */
import { systemClock } from '../../clock.ts'
import { openCopy } from '../../database/open-database.ts'
import { Front } from './front.ts'
import type { FrontDisk } from './front-disk.ts'
import type { FoundFront } from './front-files.ts'
import { Mover } from './mover.ts'

/** `front` was read at the moment of the copy: what was moved by then and is in it still is in the copy already, and is not added again. */
export async function addFrontToCopy(path: string, { files }: FoundFront): Promise<void> {
  if (files.length === 0) return
  const database = openCopy(path)
  try {
    const mover = new Mover({ front: new Front(NO_DISK, files), database, clock: systemClock, onTrouble: () => undefined })
    try {
      await mover.move()
    } finally {
      await mover.close()
    }
  } finally {
    await database.close()
  }
}

/** The files belong to the server: a backup only reads them. */
const NO_DISK: FrontDisk = {
  begin: () => Promise.reject(new Error('A backup writes nothing into the front.')),
  append: () => Promise.reject(new Error('A backup writes nothing into the front.')),
  remove: () => Promise.resolve(),
  close: () => Promise.resolve(),
}
