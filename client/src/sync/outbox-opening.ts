/** Opens the outbox of this device, and waits for it no longer than somebody would wait for what they said to be sent. */
import { DEVICE_PATIENCE } from './device-patience.ts'
import type { OutboxStore } from './outbox-command.ts'

/** Gives the store, once it is known whether it opens in time, and nothing where it does not or cannot. `onLate` is called when it opens after all; from then on it is given. */
export function openInTime(open: () => Promise<OutboxStore>, onLate: () => void): () => Promise<OutboxStore | undefined> {
  const tooLate = Promise.withResolvers<undefined>()
  let isLate = false
  const patience = setTimeout(() => {
    isLate = true
    tooLate.resolve(undefined)
  }, DEVICE_PATIENCE)
  const opened = opens()
  let store = Promise.race([opened, tooLate.promise])

  async function opens(): Promise<OutboxStore | undefined> {
    try {
      return await open()
    } catch (trouble) {
      console.warn('There is no outbox on this device', trouble)
      return undefined
    } finally {
      clearTimeout(patience)
      if (isLate) takeOver()
    }
  }

  function takeOver(): void {
    store = opened
    onLate()
  }

  return () => store
}
