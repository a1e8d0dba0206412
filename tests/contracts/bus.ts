/** The promises of the bus as code. The numbers are those of server/src/bus/RULES.md. */
import type { Bus, BusMessage } from '@tandem/server/bus/bus.ts'
import type { DocumentId } from '@tandem/shared/ids.ts'
import { describe, expect, test } from 'vitest'

export interface BusUnderTest {
  readonly bus: Bus
  /** What listeners have thrown. */
  readonly defects: readonly unknown[]
  /** Resolves once everything published so far has been delivered. */
  delivered(): Promise<void>
}

export function busContract(name: string, open: () => BusUnderTest): void {
  describe(`the bus ${name}`, () => {
    test('[B1] every subscriber hears each message once, in order, after the publisher’s turn', async () => {
      const { bus, delivered } = open()
      const heard: string[] = []
      bus.subscribe((message) => heard.push(`Ana ${seqOf(message)}`))
      bus.subscribe((message) => heard.push(`Ben ${seqOf(message)}`))
      bus.publish(appended(1))
      bus.publish(appended(2))
      expect(heard).toEqual([])
      await delivered()
      expect(heard).toEqual(['Ana 1', 'Ben 1', 'Ana 2', 'Ben 2'])
    })

    test('[B1] what a listener publishes comes after what was published before', async () => {
      const { bus, delivered } = open()
      const heard: number[] = []
      bus.subscribe((message) => {
        if (seqOf(message) === 1) bus.publish(appended(3))
      })
      bus.subscribe((message) => heard.push(seqOf(message)))
      bus.publish(appended(1))
      bus.publish(appended(2))
      await delivered()
      expect(heard).toEqual([1, 2, 3])
    })

    test('[B2] a subscriber hears only what is published while it is subscribed', async () => {
      const { bus, delivered } = open()
      const heard: number[] = []
      bus.publish(appended(1))
      const cancel = bus.subscribe((message) => heard.push(seqOf(message)))
      bus.publish(appended(2))
      await delivered()
      bus.publish(appended(3))
      cancel()
      bus.publish(appended(4))
      await delivered()
      expect(heard).toEqual([2])
    })

    test('[B3] a listener that throws does not keep a message from the others', async () => {
      const { bus, defects, delivered } = open()
      const heard: number[] = []
      const defect = new Error('a listener fell over')
      bus.subscribe(() => {
        throw defect
      })
      bus.subscribe((message) => heard.push(seqOf(message)))
      bus.publish(appended(1))
      bus.publish(appended(2))
      await delivered()
      expect(heard).toEqual([1, 2])
      expect(defects).toEqual([defect, defect])
    })
  })
}

function appended(seq: number): BusMessage {
  return { kind: 'appended', document: 'plans' as DocumentId, seq }
}

function seqOf(message: BusMessage): number {
  return message.kind === 'appended' ? message.seq : 0
}
