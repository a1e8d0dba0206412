/** Nobody meets the end of a journal without having been told before. */
import { expect, test } from 'vitest'
import { eventually } from '../support/eventually.ts'
import { useServer, writer } from '../relay/scene.ts'
import type { WireClient } from '../support/wire-client.ts'

const scene = useServer({ LIMIT_DOCUMENT_BYTES: '20000' })

const toldOf = (client: WireClient) => client.frames.flatMap((frame) => (frame.kind === 'fullness' ? [frame.percent] : []))

test('[R22] from 80 percent on everybody is told, while it can still be written; only then it is refused', async () => {
  const { ana, ben, joined } = await scene()
  const [writes, reads, stock] = [await joined(ben), await joined(ana), await joined(ana, { acks: false })]
  const author = writer()
  let sent = 0
  const write = async (bytes: number) => {
    sent += 1
    writes.sendUpdate(author.write('x'.repeat(bytes)))
    await writes.acked(sent)
  }
  await write(12_000)
  expect(toldOf(writes)).toEqual([])
  await write(4500)
  await eventually('both are told', () => toldOf(writes)[0] === 80 && toldOf(reads)[0] === 80)
  await write(2500)
  await eventually('told again', () => (toldOf(reads).at(-1) ?? 0) >= 95)
  writes.sendUpdate(author.write('x'.repeat(5000)))
  await writes.refused('document-too-large')
  expect(toldOf(stock)).toEqual([])

  const late = await joined(ana)
  await eventually('who joins is told', () => (toldOf(late)[0] ?? 0) >= 95)
})
