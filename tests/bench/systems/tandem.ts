/** Tandem itself: the real server with its own data folder, real people and real journals over the fixed routes. */
import { accept, createJournal, invite, joinByName, signUp, type TestJournal, type TestPerson } from '../../support/people.ts'
import type { RoomPlan } from '../load/plan.ts'
import { startServerProcess } from './server-process.ts'
import type { RunningSystem, System } from './system.ts'

const MAIN = new URL('../../../server/src/main.ts', import.meta.url).pathname
const AT_ONCE = 4
const JOURNALS_OF_ONE = 500

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

/** One mentor owns up to 500 of the journals and the same others join each of them; a person may hold only so many connections. */
async function makeRooms(running: RunningSystem, rooms: number, people: number): Promise<RoomPlan[]> {
  const plans: RoomPlan[] = []
  while (plans.length < rooms) plans.push(...(await makeCircle(`http://127.0.0.1:${running.port}`, Math.min(JOURNALS_OF_ONE, rooms - plans.length), people)))
  return plans
}

async function makeCircle(address: string, rooms: number, people: number): Promise<RoomPlan[]> {
  const mentor = await signUp(address, 'Ben')
  const first = await createJournal(mentor)
  const others: TestPerson[] = []
  for (let index = 1; index < people; index += 1) others.push(await joinByName(address, await inviteTo(mentor, first, index), `Ana ${index}`))

  const journals = [first]
  const more = async () => {
    while (journals.length < rooms) {
      const place = journals.push(first) - 1
      const journal = await createJournal(mentor)
      for (const [index, other] of others.entries()) await accept(other, await inviteTo(mentor, journal, index + 1))
      journals[place] = journal
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, more))
  const cookies = [mentor, ...others].map((person) => person.cookie)
  return journals.map(({ documentId }) => ({ document: documentId, path: `/sync/${documentId}?ack=1`, cookies }))
}

/** The first to come is the mentee; everybody else sits in the third seat. */
function inviteTo(mentor: TestPerson, journal: TestJournal, place: number): Promise<string> {
  return invite(mentor, journal, { seat: place === 1 ? 'mentee' : 'third', role: 'editor' })
}
