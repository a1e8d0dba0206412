/** The bus of a single process. */
import type { Bus, BusMessage } from './bus.ts'

interface Subscription {
  readonly listener: (message: BusMessage) => void
  isOver: boolean
}

/** A new bus; what a listener throws is given to `onDefect`. */
export function inProcessBus(onDefect: (defect: unknown) => void): Bus {
  const subscriptions = new Set<Subscription>()
  return {
    publish(message) {
      // Who hears it is settled now: somebody who subscribes before the delivery has read the state that includes it.
      const hearing = [...subscriptions]
      queueMicrotask(() => {
        for (const subscription of hearing) {
          if (!subscription.isOver) tell(subscription, message, onDefect)
        }
      })
    },
    subscribe(listener) {
      const subscription: Subscription = { listener, isOver: false }
      subscriptions.add(subscription)
      return () => {
        subscription.isOver = true
        subscriptions.delete(subscription)
      }
    },
  }
}

function tell({ listener }: Subscription, message: BusMessage, onDefect: (defect: unknown) => void): void {
  try {
    listener(message)
  } catch (defect) {
    onDefect(defect)
  }
}
