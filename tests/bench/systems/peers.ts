/** The peers: what people would use instead, and the limits. */
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { RoomPlan } from '../load/plan.ts'
import { installHocuspocus } from './install-hocuspocus.ts'
import { startServerProcess } from './server-process.ts'
import type { System } from './system.ts'

const script = (name: string) => new URL(`../servers/${name}-process.ts`, import.meta.url).pathname

/** Peers open a room when somebody comes; nobody signs in. */
function openRooms(path: (document: string) => string) {
  return (_running: unknown, rooms: number, people: number): Promise<RoomPlan[]> => {
    const cookies = Array.from({ length: people }, () => '')
    const documents = Array.from({ length: rooms }, () => randomUUID())
    return Promise.resolve(documents.map((document) => ({ document, path: path(document), cookies })))
  }
}

export const hocuspocus: System = {
  name: 'Hocuspocus',
  dialect: 'hocuspocus',
  acks: false,
  stores: true,
  start: async () => {
    const folder = await installHocuspocus()
    return startServerProcess({
      script: script('hocuspocus'),
      args: (dataDir) => [folder, join(dataDir, 'hocuspocus.sqlite')],
      env: () => ({}),
      makeRooms: openRooms(() => '/'),
    })
  },
}

export const classical: System = {
  name: 'classical',
  dialect: 'y-websocket',
  acks: false,
  stores: false,
  start: () => startServerProcess({ script: script('classical'), args: () => [], env: () => ({}), makeRooms: openRooms((document) => `/${document}`) }),
}

export const broadcast: System = {
  name: 'broadcast',
  dialect: 'broadcast',
  acks: false,
  stores: false,
  start: () => startServerProcess({ script: script('broadcast'), args: () => [], env: () => ({}), makeRooms: openRooms((document) => `/${document}`) }),
}

export const durable: System = {
  name: 'durable',
  dialect: 'broadcast',
  acks: true,
  stores: false,
  start: () =>
    startServerProcess({
      script: script('durable'),
      args: (dataDir) => [join(dataDir, 'messages')],
      env: () => ({}),
      makeRooms: openRooms((document) => `/${document}`),
    }),
}
