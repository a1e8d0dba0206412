/**
 * Hostile frames given to the relay's ear without a network: fast enough for millions, and after every single frame that was refused, what the room knows and
 * holds is compared with what it was.
 */
import { encodeStateVector } from '@tandem/server/relay/state-vector.ts'
import type { Room } from '@tandem/server/relay/room.ts'
import { createRandom } from '../convergence/random.ts'
import { writer } from '../relay/scene.ts'
import { eventually } from '../support/eventually.ts'
import { HostileFrames } from './hostile-frames.ts'
import { type InsideRelay, openInsideRelay } from './inside-relay.ts'
import { syncFrame } from './update-bytes.ts'

const PER_ROUND = 5000
/** So often the loop is let go, that commits can land. */
const PER_TURN = 50
const TOLD_EVERY = 100_000

export interface InsideOptions {
  /** Of each of the two kinds. */
  readonly frames: number
  readonly seed: number
  readonly told?: (frames: number) => void
}

export interface InsideReport {
  readonly frames: number
  closed: number
  refused: number
  readonly defects: number
  /** What is not as it must be. */
  readonly breaches: readonly string[]
  /** Refusals and closes by code. */
  readonly heard: Readonly<Record<string, number>>
}

/** Half of the rounds are a viewer's and half an editor's, each in a journal of its own with somebody honest in it. */
export async function stormInside({ frames, seed, told }: InsideOptions): Promise<InsideReport> {
  const relay = await openInsideRelay()
  const random = createRandom(seed)
  const tally = { closed: 0, refused: 0 }
  const breaches: string[] = []
  let sent = 0

  const attack = async (isEditor: boolean): Promise<void> => {
    const { room, speakAs, stored, close } = await relay.openRoom({ ben: 'owner', ana: isEditor ? 'editor' : 'viewer' })
    const where = `${isEditor ? 'editor' : 'viewer'} round until frame ${sent}`
    const author = writer()
    const honest = await speakAs('ben')
    honest.say(syncFrame(2, author.write('What was here before.')))
    await eventually('the first words are stored', () => room.pipeline.isIdle, 30_000)
    const hostile = new HostileFrames(random, author.doc)
    let attacker = await speakAs('ana')
    for (let count = 0; count < PER_ROUND && sent < 2 * frames; count++) {
      sent += 1
      const before = { state: stateOf(room), refusals: refusalsOf(relay) }
      attacker.say(sent % 2 === 0 ? hostile.mutated() : hostile.random())
      const isRefused = refusalsOf(relay) > before.refusals
      if ((isRefused || !isEditor) && stateOf(room) !== before.state) breaches.push(`${where}: frame ${sent} changed the document`)
      if (attacker.isClosed) {
        tally.closed += 1
        attacker = attacker.again()
        // Before a join and after one.
        if (random.chance(75)) attacker.say(syncFrame(0, Uint8Array.of(0)))
      } else if (isRefused) tally.refused += 1
      if (sent % PER_TURN === 0) await turn()
      if (sent % TOLD_EVERY === 0) told?.(sent)
    }
    honest.say(syncFrame(2, author.write(' And goes on.')))
    await eventually('all is stored', () => room.pipeline.isIdle, 30_000)
    const doc = stored()
    if (doc instanceof Error) breaches.push(`${where}: the log cannot be applied: ${doc.message}`)
    else if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) breaches.push(`${where}: the log waits for what does not exist`)
    const last = doc instanceof Error ? undefined : doc.store.clients.get(author.doc.clientID)?.at(-1)
    if (!last || last.id.clock + last.length !== author.text().length) breaches.push(`${where}: not only its owner wrote under a client id`)
    attacker.leave()
    honest.leave()
    close()
  }

  const rounds = Math.ceil((2 * frames) / PER_ROUND)
  for (let round = 0; round < rounds; round++) await attack(round % 2 === 1)
  await relay.close()
  return { frames, ...tally, defects: relay.defects(), breaches, heard: { ...relay.counters.refused } }
}

/** Everything an update can change: what is known, whose it is, and what waits for the disk. */
function stateOf({ knowledge, pipeline }: Room): string {
  return `${Buffer.from(encodeStateVector(knowledge.vector)).toString('base64')} ${knowledge.owners.size} ${pipeline.pendingBytes}`
}

function refusalsOf({ counters }: InsideRelay): number {
  let sum = 0
  for (const count of Object.values(counters.refused)) sum += count
  return sum
}

function turn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve)
  })
}
