/** What `pnpm backup` and `pnpm restore` refuse, and that a damaged file is never restored as if it were whole. */
import { once } from 'node:events'
import { chown, copyFile, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { restoreBackup } from '@tandem/server/operations/restore.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readStoredLog } from '../support/stored-log.ts'
import { pair, type TestJournal } from '../support/people.ts'
import { startServer } from '../support/server.ts'
import { PICTURE, sendFile } from '../http/files.ts'
import { runCommand, startCommand } from './command.ts'

const NOBODY = 65_534
const ONE_SENTENCE = /^[A-Z][^\n]+\.\n$/

interface Scene {
  readonly folder: string
  readonly dataDir: string
  readonly journal: TestJournal
  /** Of the journal, taken while the server ran. */
  readonly backup: string
}

let scene: Scene
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tandem-backup-'))
  const dataDir = join(folder, 'data')
  const backup = join(folder, 'backup.tar')
  await using server = await startServer({ dataDir })
  const { journal } = await pair(server.address, { template: 'fresh-start' })
  await runCommand('backup', { dataDir, file: backup })
  scene = { folder, dataDir, journal, backup }
})
afterAll(() => rm(scene.folder, { recursive: true, force: true }))

test('both say what they did, and all files are for their owner only', async () => {
  const { folder, dataDir, journal, backup } = scene
  expect((await stat(backup)).mode & 0o777).toBe(0o600)
  const again = await runCommand('backup', { dataDir, file: backup })
  expect(again.told).toMatch(/^Backed up 1 journal, 2 people and 1 row of the log as of \S+Z to \S+backup\.tar \(\d+ bytes\)\.\n$/)
  const empty = join(folder, 'empty')
  const { code, told } = await runCommand('restore', { dataDir: empty, file: backup })
  expect(told).toMatch(/^Restored 1 journal, 2 people and 1 row of the log as of \S+Z to \S+empty \(push-keys, sign-in-secret, tandem\.db\)\.\nStart it .+\n$/)
  expect(code).toBe(0)
  expect(readStoredLog(empty, journal.documentId)).toEqual(readStoredLog(dataDir, journal.documentId))
  for (const name of ['tandem.db', 'sign-in-secret', 'push-keys']) expect((await stat(join(empty, name))).mode & 0o777).toBe(0o600)
  // Nothing unfinished is left behind.
  expect(await readdir(folder)).toEqual(['backup.tar', 'data', 'empty'])
})

test('a data folder that is not empty, or in use, is not touched', async () => {
  const { folder, dataDir, backup } = scene
  const before = await readFile(join(dataDir, 'tandem.db'))
  expect(await runCommand('restore', { dataDir, file: backup })).toMatchObject({ code: 1, told: expect.stringMatching(/is not empty/) as string })
  expect((await readFile(join(dataDir, 'tandem.db'))).equals(before)).toBe(true)
  const used = join(folder, 'used')
  await using server = await startServer({ dataDir: used })
  const { code, told } = await runCommand('restore', { dataDir: server.dataDir, file: backup })
  expect({ code, isOneSentence: ONE_SENTENCE.test(told) }).toEqual({ code: 1, isOneSentence: true })
  expect(told).toContain('in use')
})

test.for([
  { what: 'a data folder without a Tandem', told: /^There is no Tandem in the data folder/, dataDir: 'nothing', file: 'b.tar' },
  { what: 'a file inside the data folder', told: /would be lost with it/, dataDir: 'data', file: 'data/b.tar' },
  { what: 'a folder that is not there', told: /^There is no folder/, dataDir: 'data', file: 'nowhere/b.tar' },
])('backing up: $what is one sentence', async ({ told, dataDir, file }) => {
  const { folder } = scene
  const outcome = await runCommand('backup', { dataDir: join(folder, dataDir), file: join(folder, file) })
  expect(outcome.code).toBe(1)
  expect(outcome.told).toMatch(ONE_SENTENCE)
  expect(outcome.told).toMatch(told)
})

/** `whole`: restored as it was. `refused`: with a sentence, the folder left empty. Anything else is told as it is. */
async function restoreDamaged(target: string, file: string): Promise<string> {
  try {
    await restoreBackup({ dataDir: target, path: file })
  } catch (error) {
    const left = (await readdir(target)).filter((name) => name !== 'tandem.lock')
    const isTold = error instanceof Error && /is not a whole backup: .+ Nothing was restored\.$/.test(error.message)
    return isTold && left.length === 0 ? 'refused' : `${String(error)}, leaving ${left.join(', ')}`
  }
  const [restored, original] = [target, scene.dataDir].map((dataDir) => readStoredLog(dataDir, scene.journal.documentId))
  return isDeepStrictEqual(restored, original) ? 'whole' : 'restored what it was not'
}

test('a damaged or cut backup is refused, or the damage is where nothing is', { timeout: 120_000 }, async () => {
  const { folder, backup } = scene
  const whole = await readFile(backup)
  const damaged = join(folder, 'damaged.tar')
  const outcomes: string[] = []
  // A fixed walk over the file: headers, contents, sums and fillings, and cuts.
  for (let case_ = 0; case_ < 60; case_++) {
    const at = (case_ * 7919 * 37) % whole.length
    const bytes = Buffer.from(case_ % 6 === 5 ? whole.subarray(0, at) : whole)
    if (case_ % 6 < 5) bytes[at] = (bytes[at] ?? 0) ^ (1 << (case_ % 8))
    await writeFile(damaged, bytes)
    const target = join(folder, `target-${case_}`)
    await mkdir(target)
    outcomes.push(await restoreDamaged(target, damaged))
  }
  expect(outcomes.filter((outcome) => outcome !== 'refused' && outcome !== 'whole')).toEqual([])
  expect(outcomes.filter((outcome) => outcome === 'refused').length).toBeGreaterThan(40)
})

test('something that is no backup is refused', async () => {
  const { folder } = scene
  const file = join(folder, 'letter.txt')
  await writeFile(file, 'Dear Ben, '.repeat(1000))
  const { code, told } = await runCommand('restore', { dataDir: join(folder, 'empty'), file })
  expect(code).toBe(1)
  expect(told).toMatch(ONE_SENTENCE)
})

test('a backup that is killed leaves the last one whole, and what it began is removed by the next', async () => {
  const { folder, dataDir, backup } = scene
  const nightly = join(folder, 'nightly.tar')
  const begun = () => readdir(folder).then((names) => names.find((name) => /^nightly\.tar\.[^.]+\.(copy|partial)$/.test(name)))
  // One that ended before it could be killed shows nothing.
  while ((await begun()) === undefined) {
    await copyFile(backup, nightly)
    const killed = startCommand('backup', { dataDir, file: nightly })
    const gone = once(killed, 'exit')
    while (killed.exitCode === null && (await begun()) === undefined) continue
    killed.kill('SIGKILL')
    await gone
  }
  expect((await readFile(nightly)).equals(await readFile(backup))).toBe(true)
  expect(await runCommand('backup', { dataDir, file: nightly })).toMatchObject({ code: 0 })
  expect(await begun()).toBeUndefined()
})

test.runIf(process.getuid?.() === 0)('what root does in somebody’s data folder stays theirs', async () => {
  const { folder, backup } = scene
  const theirs = join(folder, 'theirs')
  await mkdir(theirs)
  await chown(theirs, NOBODY, NOBODY)
  await runCommand('restore', { dataDir: theirs, file: backup })
  // Nobody runs there, and a backup must be able to read all the same.
  expect(await runCommand('backup', { dataDir: theirs, file: join(folder, 'again.tar') })).toMatchObject({ code: 0 })
  const owners = await Promise.all((await readdir(theirs)).map(async (name) => `${name} ${(await stat(join(theirs, name))).uid}`))
  expect(owners.toSorted()).toEqual(expect.arrayContaining([`sign-in-secret ${NOBODY}`, `tandem.db ${NOBODY}`, `tandem.lock ${NOBODY}`]))
  expect(owners.filter((owner) => !owner.endsWith(` ${NOBODY}`))).toEqual([])
})

test('files are in it, and are there again after it was restored', async () => {
  const dataDir = join(scene.folder, 'with-files')
  const file = join(scene.folder, 'with-files.tar')
  const server = await startServer({ dataDir })
  const { ana, ben, journal } = await pair(server.address)
  const sent = await sendFile(ben, journal)
  await runCommand('backup', { dataDir, file })
  await server.stop()
  const restored = join(scene.folder, 'files-restored')
  expect(await runCommand('restore', { dataDir: restored, file })).toMatchObject({ code: 0 })
  await using again = await startServer({ dataDir: restored })
  const path = `/api/journals/${journal.id}/files/${(sent.body as { file: string }).file}`
  const response = await fetch(again.address + path, { headers: { cookie: ana.cookie } })
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(PICTURE)
  expect((await stat(join(restored, 'files'))).mode & 0o777).toBe(0o700)
})

test('a backup that misses pictures says so, and how many', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tandem-backup-bucket-'))
  const dataDir = join(folder, 'data')
  {
    await using server = await startServer({ dataDir })
    const { ben, journal } = await pair(server.address)
    await sendFile(ben, journal)
  }
  expect((await runCommand('backup', { dataDir, file: join(folder, 'whole.tar') })).told).not.toContain('WARNING')
  // As with a bucket: the row is here, the bytes are elsewhere.
  await rm(join(dataDir, 'files'), { recursive: true })
  const { code, told } = await runCommand('backup', { dataDir, file: join(folder, 'partial.tar') })
  expect(told).toContain('WARNING: one picture or file of journals is NOT in this backup')
  expect(told).toContain('Backed up 1 journal')
  expect(code).toBe(0)
  await rm(folder, { recursive: true })
})

test('a backup of a data folder with a damaged file says so', async () => {
  const { dataDir, folder } = scene
  const damaged = join(dataDir, 'tandem.db-front-7')
  await writeFile(damaged, 'no file of the front '.repeat(500))
  const { code, told } = await runCommand('backup', { dataDir, file: join(folder, 'damaged-front.tar') })
  await rm(damaged)
  expect(told).toContain(`WARNING: ${damaged} is damaged at byte 0: words that were saved may be missing from this backup.`)
  expect(told).toContain('Backed up 1 journal')
  expect(code).toBe(0)
})
