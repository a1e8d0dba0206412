/** Numbers with so many bytes that lib0 reads NaN or Infinity: NaN passes every comparison made to refuse it, and whoever writes Infinity again never ends. */
import { encode, writeUint8, writeVarString } from 'lib0/encoding'
import { expect, test } from 'vitest'
import { textOf, useServer, writer } from '../relay/scene.ts'
import { readStoredDoc, readStoredLog } from '../support/stored-log.ts'
import { HostileSocket } from './hostile-socket.ts'
import { vectorBytes } from './hostile-frames.ts'
import { rawAwareness, type StructParts, syncFrame, updateBytes, writeNumber } from './update-bytes.ts'

const scene = useServer()
const HIS = 7001
const MINE = 7002
const word: StructParts = { info: 4, content: (encoder) => writeVarString(encoder, 'x') }
const gone = (length: number): StructParts => ({ info: 0, content: (encoder) => writeNumber(encoder, length) })

/** One that a key makes, but for how many letters it says. */
const keystroke = (letters: number) =>
  encode((encoder) => {
    for (const number of [1, 1, MINE, 1]) writeNumber(encoder, number)
    writeUint8(encoder, 0x84)
    for (const number of [MINE, 0, letters, 0]) writeNumber(encoder, number)
  })

const FRAMES: readonly (readonly [string, Uint8Array])[] = [NaN, Infinity].flatMap((number) => [
  [`a client id of presence: ${number}`, rawAwareness([[number, 1, '{}']])] as const,
  [`a clock of presence: ${number}`, rawAwareness([[MINE, number, '{}']])] as const,
  [`letters of a key: ${number}`, syncFrame(2, keystroke(number))] as const,
  [`a client id: ${number}`, syncFrame(2, updateBytes({ clients: [{ client: number, clock: 0, structs: [word] }] }))] as const,
  [`a clock: ${number}`, syncFrame(2, updateBytes({ clients: [{ client: MINE, clock: number, structs: [word] }] }))] as const,
  [`a length behind another's word: ${number}`, syncFrame(2, updateBytes({ clients: [{ client: HIS, clock: 1, structs: [word, gone(number)] }] }))] as const,
  ...[1, 2].flatMap((step) => [
    [`whose is deleted, step ${step}: ${number}`, syncFrame(step, updateBytes({ deletes: [{ client: number, ranges: [[NaN, 1]] }] }))] as const,
    [`from where is deleted, step ${step}: ${number}`, syncFrame(step, updateBytes({ deletes: [{ client: HIS, ranges: [[number, 1]] }] }))] as const,
    [`how much is deleted, step ${step}: ${number}`, syncFrame(step, updateBytes({ deletes: [{ client: HIS, ranges: [[0, number]] }] }))] as const,
  ]),
  [`a client id of a state vector: ${number}`, syncFrame(0, vectorBytes([[number, 1]]))] as const,
  [`a clock of a state vector: ${number}`, syncFrame(0, vectorBytes([[HIS, number]]))] as const,
])

test.each(FRAMES)('[R3] %s', async (_name, frame) => {
  const { ana, ben, joined, server, journal } = await scene()
  const victim = await joined(ben)
  victim.sendUpdate(updateBytes({ clients: [{ client: HIS, clock: 0, structs: [word] }] }))
  await victim.acked(1)
  const before = await joined(ana)
  before.sendUpdate(updateBytes({ clients: [{ client: MINE, clock: 0, structs: [word] }] }))
  await before.acked(1)
  const stored = () => readStoredLog(server.dataDir, journal.documentId).length
  const sound = stored()
  const hostile = new HostileSocket(ana, journal)
  expect(await hostile.say(frame, true)).toBe('closed')
  expect([...hostile.heard.keys()]).toContain('closed 4400')
  const author = writer()
  victim.sendUpdate(author.write('goes on'))
  await victim.acked(2)
  expect(stored()).toBe(sound + 1)
  expect(textOf(readStoredDoc(server.dataDir, journal.documentId))).toContain('goes on')
})
