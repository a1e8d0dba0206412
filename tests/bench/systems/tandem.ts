/** Tandem itself: the real server with its own data folder, real people and real journals over the fixed routes. */
import { makeManyJournals } from '../../support/many-journals.ts'
import type { RoomPlan } from '../load/plan.ts'
import { startServerProcess } from './server-process.ts'
import type { RunningSystem, System } from './system.ts'

const MAIN = new URL('../../../server/src/main.ts', import.meta.url).pathname

/** One address stands for everybody here, so the limits per address are lifted; nothing else differs from the defaults. */
const WITHOUT_LIMITS = { LIMIT_SIGN_INS: '0', LIMIT_FAILED_SIGN_INS: '0', LIMIT_CALLS: '0' }

export const tandem: System = {
  name: 'Tandem',
  dialect: 'y-websocket',
  acks: true,
  stores: true,
  start: () =>
    startServerProcess({
      script: MAIN,
      args: () => [],
      env: (dataDir) => ({ HOST: '127.0.0.1', PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'error', ...WITHOUT_LIMITS }),
      makeRooms,
    }),
}

async function makeRooms(running: RunningSystem, rooms: number, people: number): Promise<RoomPlan[]> {
  const journals = await makeManyJournals(`http://127.0.0.1:${running.port}`, { journals: rooms, people })
  return journals.map(({ documentId, cookies }) => ({ document: documentId, path: `/sync/${documentId}?ack=1`, cookies }))
}
