/**
 * `node churners.ts <file with a ChurnPlan>`: pairs who open their journal, type a little, close it and come back, for as long as its input is open; in a process of its
 * own, so that what they cost here disturbs nobody who measures. Prints `{}` once every journal was opened and filled, and a ChurnReport at the end.
 */
import { once, setMaxListeners } from 'node:events'
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { makeDocument } from '../../bench/load/content.ts'
import { Member } from '../../bench/load/member.ts'
import type { ManyJournal } from '../../support/many-journals.ts'
import type { ChurnPlan, ChurnReport } from '../churn.ts'

const [file] = process.argv.slice(2)
if (!file) throw new Error('Name the file with the plan.')
const plan = JSON.parse(readFileSync(file, 'utf8')) as ChurnPlan
const port = Number(new URL(plan.address).port)
const content = makeDocument(plan.documentBytes)

const there = new Set<Member>()
const failures: string[] = []
let joins = 0
let keystrokes = 0
/** Aborted when everybody is to leave. */
const leaving = new AbortController()
const { signal } = leaving
setMaxListeners(0, signal)

/** So many milliseconds, or until everybody is to leave. */
const later = (milliseconds: number) => sleep(milliseconds, undefined, { signal }).catch(() => undefined)

/** Around so many milliseconds: half as long to half as long again. */
const around = (milliseconds: number) => milliseconds * (0.5 + Math.random())

/** One tab: comes, types now and then, goes. What goes wrong is noted, and ends only this visit. */
async function visit({ documentId }: ManyJournal, cookie: string, onJoined: (member: Member) => void): Promise<void> {
  const failed = Promise.withResolvers<never>()
  const ignored = () => undefined
  const member = new Member(
    { port, dialect: 'y-websocket', path: `/sync/${documentId}?ack=1`, document: documentId, cookie },
    { onDelivered: ignored, onAcked: ignored, onBatch: ignored, onFailure: failed.reject },
  )
  const stay = async () => {
    await member.join()
    there.add(member)
    joins += 1
    onJoined(member)
    const until = performance.now() + around(plan.stay)
    while (!signal.aborted && performance.now() < until) {
      await later(Math.min(around(plan.typeEvery), Math.max(0, until - performance.now())))
      if (signal.aborted || performance.now() >= until) break
      member.type(1)
      keystrokes += 1
    }
  }
  try {
    await Promise.race([stay(), failed.promise])
  } catch (error) {
    failures.push(String(error))
  }
  there.delete(member)
  member.leave()
}

async function live(journal: ManyJournal, onFilled: () => void): Promise<void> {
  // Spread over one stay, as they will be afterwards.
  await later(Math.random() * plan.stay)
  let isFilled = false
  const fill = (member: Member) => {
    if (isFilled) return
    isFilled = true
    member.sendUpdate(content)
    onFilled()
  }
  while (!signal.aborted) {
    await Promise.all(journal.cookies.map((cookie) => visit(journal, cookie, fill)))
    await later(around(plan.away))
  }
}

process.stdin.on('end', () => leaving.abort())
process.stdin.resume()

let filled = 0
const lives = plan.journals.map((journal) =>
  live(journal, () => {
    filled += 1
    if (filled === plan.journals.length) console.log('{}')
  }),
)
await once(signal, 'abort')
const stayed = there.size
await Promise.all(lives)
console.log(JSON.stringify({ joins, keystrokes, stayed, failed: failures.length, failures: failures.slice(0, 5) } satisfies ChurnReport))
