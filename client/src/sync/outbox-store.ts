/** The outbox on this device, one for each person: another one signing in here finds none of it. */
import type { PersonId } from '@tandem/shared/ids.ts'
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Command, OutboxStore, RefusedCommand } from './outbox-command.ts'

interface Tables extends DBSchema {
  /** Their keys count up, and are their order. */
  waiting: { key: number; value: Command; indexes: { id: string } }
  refused: { key: string; value: RefusedCommand }
}

/** A database of its own beside the device store's: a page of an older program that is still open keeps nobody waiting. */
export async function openOutboxStore(person: PersonId): Promise<OutboxStore> {
  const database = await openDB<Tables>(`tandem:${person}:outbox`, 1, {
    upgrade(opened) {
      opened.createObjectStore('waiting', { autoIncrement: true }).createIndex('id', 'id', { unique: true })
      opened.createObjectStore('refused', { keyPath: 'id' })
    },
    // A newer program, or somebody who clears this site's data: this page goes on without, and keeps nobody waiting.
    blocking: (_current, _wanted, event) => (event.target as IDBDatabase).close(),
  })
  return storeOn(database)
}

/** How many commands of this person only this device has, over all journals. For the warning before signing out. */
export async function countWaitingCommands(person: PersonId): Promise<number> {
  const { waiting } = await (await openOutboxStore(person)).load()
  return waiting.length
}

function storeOn(database: IDBPDatabase<Tables>): OutboxStore {
  return {
    async load() {
      const read = database.transaction(['waiting', 'refused'])
      const [waiting, refused] = await Promise.all([read.objectStore('waiting').getAll(), read.objectStore('refused').getAll()])
      return { waiting, refused }
    },
    async add(command) {
      const write = database.transaction(['waiting', 'refused'], 'readwrite')
      const isThere = (await write.objectStore('waiting').index('id').getKey(command.id)) !== undefined
      if (!isThere) await write.objectStore('waiting').add(command)
      await write.objectStore('refused').delete(command.id)
      await write.done
    },
    async remove(id) {
      const write = database.transaction(['waiting', 'refused'], 'readwrite')
      const key = await write.objectStore('waiting').index('id').getKey(id)
      if (key !== undefined) await write.objectStore('waiting').delete(key)
      await write.objectStore('refused').delete(id)
      await write.done
    },
    async refuse(command, code) {
      const write = database.transaction(['waiting', 'refused'], 'readwrite')
      const key = await write.objectStore('waiting').index('id').getKey(command.id)
      if (key !== undefined) await write.objectStore('waiting').delete(key)
      await write.objectStore('refused').put({ ...command, code })
      await write.done
    },
    async forget(id) {
      await database.delete('refused', id)
    },
  }
}
