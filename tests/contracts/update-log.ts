/** The promises of the log as code. Every implementation runs them; the numbers are those of server/src/log/RULES.md. */
import type { Snapshot } from '@tandem/server/log/update-log.ts'
import { Failure } from '@tandem/shared/failure.ts'
import type { DocumentId } from '@tandem/shared/ids.ts'
import { describe, expect, test } from 'vitest'
import { appended } from '../support/appended.ts'
import { entryOf, readAll } from './log-scene.ts'
import { ANA, BEN, type Store } from './store.ts'

/** `open` gives an empty store that ends with the test. */
export function updateLogContract(name: string, open: () => Promise<Store>): void {
  describe(`the log on ${name}`, () => {
    test('[L1] seqs of a document rise by one from 1, in the order of the appends', async () => {
      const { log, addDocument } = await open()
      const [plans, notes] = [await addDocument(), await addDocument()]
      const appends = Array.from({ length: 100 }, (_, index) => appended(log, index % 2 ? plans : notes, entryOf({ id: `${index}`, author: ANA })))
      expect(await Promise.all(appends)).toEqual(Array.from({ length: 100 }, (_, index) => Math.floor(index / 2) + 1))
      const stored = await readAll(log, plans)
      expect(stored.map((entry) => entry.id)).toEqual(Array.from({ length: 50 }, (_, index) => `${index * 2 + 1}`))
    })

    test('[L1] seqs go on after a restart', async () => {
      const store = await open()
      const document = await store.addDocument()
      await appended(store.log, document, entryOf({ id: 'before', author: ANA }))
      const { log } = await store.restart()
      expect(await appended(log, document, entryOf({ id: 'after', author: ANA }))).toBe(2)
    })

    test('[L3] an entry appended twice at once is stored once', async () => {
      const { log, addDocument } = await open()
      const document = await addDocument()
      const entry = entryOf({ id: 'one', author: ANA, claims: [7] })
      expect(await Promise.all([appended(log, document, entry), appended(log, document, entry)])).toEqual([1, 1])
      expect((await readAll(log, document)).map(({ id }) => id)).toEqual(['one'])
    })

    test('[L3] an entry whose commit succeeded although it was reported as failed is stored once when it is made again', async () => {
      const { log, addDocument, loseAnswer } = await open()
      const document = await addDocument()
      const one = entryOf({ id: 'one', author: ANA })
      const two = entryOf({ id: 'two', author: ANA })
      await appended(log, document, entryOf({ id: 'before', author: BEN }))
      loseAnswer()
      const lost = await Promise.allSettled([appended(log, document, one), appended(log, document, two)])
      expect(lost.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
      // With new entries among them, and in one commit.
      expect(await Promise.all([one, two, entryOf({ id: 'three', author: ANA })].map((entry) => appended(log, document, entry)))).toEqual([2, 3, 4])
      expect((await readAll(log, document)).map(({ id }) => id)).toEqual(['before', 'one', 'two', 'three'])
    })

    test('[L4] entries come back in order, exactly as they were appended', async () => {
      const { log, addDocument } = await open()
      const document = await addDocument()
      const long = new Uint8Array(70_000).map((_, index) => index)
      const first = entryOf({ id: 'one', author: ANA, connection: 'phone', at: 1, updates: [new Uint8Array([1]), new Uint8Array(), new Uint8Array([2, 3])] })
      const second = entryOf({ id: 'two', author: BEN, connection: 'desk', at: 2, updates: [long] })
      await appended(log, document, first)
      await appended(log, document, second)
      const [one, two, ...none] = await readAll(log, document)
      expect(one).toEqual({ seq: 1, id: 'one', author: ANA, connection: 'phone', at: 1, updates: first.updates })
      expect(two?.updates).toEqual([long])
      expect(none).toEqual([])
    })

    test('[L4] only what is newer is read, and nothing when nothing is', async () => {
      const { log, addDocument } = await open()
      const document = await addDocument()
      await Promise.all(Array.from({ length: 600 }, (_, index) => appended(log, document, entryOf({ id: `${index}`, author: ANA }))))
      expect((await readAll(log, document)).map(({ seq }) => seq)).toEqual(Array.from({ length: 600 }, (_, index) => index + 1))
      expect((await readAll(log, document, 598)).map(({ seq }) => seq)).toEqual([599, 600])
      expect(await readAll(log, document, 600)).toEqual([])
    })

    test('[L5] claimed client ids belong to the author from the same commit on', async () => {
      const { log, addDocument } = await open()
      const document = await addDocument()
      await Promise.all([
        appended(log, document, entryOf({ id: 'a', author: ANA, claims: [1, 4_294_967_295] })),
        appended(log, document, entryOf({ id: 'b', author: BEN, claims: [2] })),
      ])
      expect([...(await log.loadOwners(document))].toSorted(([a], [b]) => a - b)).toEqual([
        [1, ANA],
        [2, BEN],
        [4_294_967_295, ANA],
      ])
    })

    test('[L5] somebody else’s client id refuses the append, within one commit as well', async () => {
      const { log, addDocument } = await open()
      const document = await addDocument()
      const [ana, ben] = await Promise.allSettled([
        appended(log, document, entryOf({ id: 'a', author: ANA, claims: [1] })),
        appended(log, document, entryOf({ id: 'b', author: BEN, claims: [1] })),
      ])
      expect(ana).toEqual({ status: 'fulfilled', value: 1 })
      expect(ben).toMatchObject({ status: 'rejected', reason: { code: 'foreign-client-id' } })
      await expect(appended(log, document, entryOf({ id: 'c', author: BEN, claims: [3, 1] }))).rejects.toMatchObject({ code: 'foreign-client-id' })
      expect(await log.loadOwners(document)).toEqual(new Map([[1, ANA]]))
      expect((await readAll(log, document)).map(({ id }) => id)).toEqual(['a'])
    })

    test('[L5] the same client id may be claimed for several documents, and again by its person', async () => {
      const { log, addDocument } = await open()
      const [plans, notes] = [await addDocument(), await addDocument()]
      await appended(log, plans, entryOf({ id: 'a', author: ANA, claims: [1] }))
      await appended(log, notes, entryOf({ id: 'b', author: BEN, claims: [1] }))
      expect(await appended(log, plans, entryOf({ id: 'c', author: ANA, claims: [1, 2] }))).toBe(2)
      expect(await log.loadOwners(plans)).toEqual(new Map([1, 2].map((client) => [client, ANA])))
    })

    test('[L6] an older snapshot never replaces a newer one', async () => {
      const { log, addDocument } = await open()
      const document = await addDocument()
      expect(await log.findSnapshot(document)).toBeUndefined()
      await log.saveSnapshot(document, snapshotAt(5))
      await log.saveSnapshot(document, snapshotAt(3))
      expect(await log.findSnapshot(document)).toEqual(snapshotAt(5))
      await log.saveSnapshot(document, snapshotAt(9))
      expect(await log.findSnapshot(document)).toEqual(snapshotAt(9))
    })

    test('[L7] one append that cannot be stored does not keep the others out', async () => {
      const { log, addDocument } = await open()
      const document = await addDocument()
      const nowhere = '00000000-0000-4000-8000-000000000000' as DocumentId
      const results = await Promise.allSettled([
        appended(log, document, entryOf({ id: 'a', author: ANA })),
        appended(log, nowhere, entryOf({ id: 'b', author: ANA })),
        appended(log, document, entryOf({ id: 'c', author: BEN })),
      ])
      expect(results).toMatchObject([
        { status: 'fulfilled', value: 1 },
        { status: 'rejected', reason: { code: 'unknown-document' } },
        { status: 'fulfilled', value: 2 },
      ])
    })

    test('[L7] an append that fails for a reason nobody foresaw fails without other documents’', async () => {
      const { log, addDocument } = await open()
      const [plans, notes] = [await addDocument(), await addDocument()]
      const results = await Promise.allSettled([
        appended(log, plans, entryOf({ id: 'a', author: ANA })),
        appended(log, plans, entryOf({ id: 'b', author: BEN, at: Number.NaN })),
        appended(log, plans, entryOf({ id: 'c', author: BEN })),
        appended(log, notes, entryOf({ id: 'd', author: ANA })),
      ])
      expect(results).toMatchObject([
        { status: 'fulfilled', value: 1 },
        { status: 'rejected', reason: { code: 'cannot-store' } },
        { status: 'rejected', reason: { code: 'cannot-store' } },
        { status: 'fulfilled', value: 1 },
      ])
    })

    test('[L7] what waits behind a refused append of the same document is refused too, and can be made again', async () => {
      const { log, addDocument } = await open()
      const [plans, notes] = [await addDocument(), await addDocument()]
      await appended(log, plans, entryOf({ id: 'ana', author: ANA, claims: [1] }))
      const results = await Promise.allSettled([
        appended(log, plans, entryOf({ id: 'first', author: BEN, claims: [1] })),
        appended(log, plans, entryOf({ id: 'second', author: ANA })),
        appended(log, notes, entryOf({ id: 'third', author: BEN })),
      ])
      expect(results).toMatchObject([
        { status: 'rejected', reason: { code: 'foreign-client-id' } },
        { status: 'rejected', reason: { code: 'cannot-store' } },
        { status: 'fulfilled', value: 1 },
      ])
      expect(await appended(log, plans, entryOf({ id: 'second', author: ANA }))).toBe(2)
    })

    test('[L10] appends that arrive while a commit runs share the next one', async () => {
      const { addDocument, commits, log } = await open()
      const document = await addDocument()
      await appended(log, document, entryOf({ id: 'opens the document', author: ANA }))
      const before = commits()
      await Promise.all(Array.from({ length: 200 }, (_, index) => appended(log, document, entryOf({ id: `${index}`, author: ANA }))))
      expect(commits() - before).toBeLessThanOrEqual(2)
    })

    test('[L14] every append is answered once, and an ear that throws keeps nothing from the others', async () => {
      const { log, addDocument, defects } = await open()
      const [plans, notes, goals] = [await addDocument(), await addDocument(), await addDocument()]
      const heard: string[] = []
      const ear = (id: string) => ({
        stored: (seq: number) => void heard.push(`${id} stored ${seq}`),
        refused: (failure: unknown) => void heard.push(`${id} refused ${failure instanceof Failure ? failure.code : String(failure)}`),
      })
      const deaf = (id: string) => ({
        stored: (seq: number) => {
          ear(id).stored(seq)
          throw new Error(`${id} cannot bear ${seq}`)
        },
        refused: (failure: unknown) => {
          ear(id).refused(failure)
          throw new Error(`${id} cannot bear it`)
        },
      })
      const twice = entryOf({ id: 'twice', author: BEN })
      log.append(plans, entryOf({ id: 'a', author: ANA }), ear('a'))
      log.append(notes, entryOf({ id: 'b', author: ANA, claims: [1] }), deaf('b'))
      log.append(notes, entryOf({ id: 'foreign', author: BEN, claims: [1] }), deaf('foreign'))
      log.append(notes, entryOf({ id: 'behind', author: ANA }), ear('behind'))
      log.append(goals, twice, deaf('twice'))
      log.append(goals, twice, ear('again'))
      log.append(plans, entryOf({ id: 'c', author: BEN }), ear('c'))
      // Whoever is answered after all of them has seen what they were told.
      await appended(log, goals, entryOf({ id: 'last', author: ANA }))
      expect(heard.toSorted()).toEqual([
        'a stored 1',
        'again stored 1',
        'b stored 1',
        'behind refused cannot-store',
        'c stored 2',
        'foreign refused foreign-client-id',
        'twice stored 1',
      ])
      expect(defects.splice(0).map(String).toSorted()).toEqual(['Error: b cannot bear 1', 'Error: foreign cannot bear it', 'Error: twice cannot bear 1'])
      const ids = await Promise.all([plans, notes, goals].map(async (document) => (await readAll(log, document)).map(({ id }) => id)))
      expect(ids).toEqual([['a', 'c'], ['b'], ['twice', 'last']])
    })

    test('a document’s time of change follows its entries', async () => {
      const { log, addDocument, database, settle } = await open()
      const document = await addDocument()
      for (const [index, at] of [10_000, 10_001, 16_000].entries()) await appended(log, document, entryOf({ id: `${index}`, author: ANA, at }))
      await settle()
      const row = await database.db.selectFrom('documents').select('changed_at').where('id', '=', document).executeTakeFirstOrThrow()
      expect(row.changed_at).toBe(16_000)
    })
  })
}

function snapshotAt(seq: number): Snapshot {
  return { seq, bytes: new Uint8Array([seq]), stateVector: new Uint8Array([seq, 1]), deletes: new Uint8Array([seq, 2]) }
}
