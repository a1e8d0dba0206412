/** Being told on this device while Tandem is closed: what the browser allows, and turning it on and off. */
import * as contracts from '@tandem/shared/contracts/push.ts'
import type { NotificationSettings } from '@tandem/shared/contracts/notification-settings.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from './call.ts'
import { PUSH_DEVICE, TELLING } from './keys.ts'

/** `denied`: the person has forbidden it to the browser, and only there can they allow it. */
export type PushDevice = 'unsupported' | 'denied' | 'off' | 'on'

/** Told where both the browser and the server say so. */
export function usePushDevice({ key, isOn }: NotificationSettings['push']) {
  return useQuery({
    queryKey: [...PUSH_DEVICE, key, isOn],
    queryFn: async (): Promise<PushDevice> => {
      const registration = await findRegistration()
      if (!registration || key === null) return 'unsupported'
      if (Notification.permission === 'denied') return 'denied'
      const subscription = await registration.pushManager.getSubscription()
      return isOn && subscription && isFor(subscription, key) ? 'on' : 'off'
    },
    // The browser's own settings change without telling.
    refetchOnWindowFocus: 'always',
    staleTime: 0,
  })
}

/** Asks for permission where there is none. `refused`: the browser could not have itself told, whatever it was allowed. */
export function useTurnPushOn(key: string) {
  const settle = useSettle()
  return useMutation({
    mutationFn: async (): Promise<'on' | 'denied' | 'refused'> => {
      const registration = await findRegistration()
      if ((await Notification.requestPermission()) !== 'granted') return 'denied'
      const subscription = registration && (await subscribe(registration.pushManager, key))
      const { p256dh, auth } = subscription?.toJSON().keys ?? {}
      if (!subscription || !p256dh || !auth) return 'refused'
      await call(contracts.turnOn, { endpoint: subscription.endpoint, p256dh, auth })
      return 'on'
    },
    onSettled: settle,
  })
}

export function useTurnPushOff() {
  const settle = useSettle()
  return useMutation({
    mutationFn: async () => {
      await call(contracts.turnOff, {})
      const registration = await findRegistration()
      await (await registration?.pushManager.getSubscription())?.unsubscribe()
    },
    onSettled: settle,
  })
}

function useSettle() {
  const queries = useQueryClient()
  return async () => {
    await queries.invalidateQueries({ queryKey: TELLING })
    await queries.invalidateQueries({ queryKey: PUSH_DEVICE })
  }
}

async function findRegistration(): Promise<ServiceWorkerRegistration | undefined> {
  if (!('serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window)) return undefined
  // On a first visit the worker is on its way.
  return navigator.serviceWorker.ready
}

async function subscribe(manager: PushManager, key: string): Promise<PushSubscription | undefined> {
  try {
    const before = await manager.getSubscription()
    // Of a server that was set up anew: its messages would be turned away.
    if (before && !isFor(before, key)) await before.unsubscribe()
    return await manager.subscribe({ userVisibleOnly: true, applicationServerKey: key })
  } catch (error) {
    if (error instanceof DOMException) return undefined
    throw error
  }
}

function isFor({ options }: PushSubscription, key: string): boolean {
  const bytes = String.fromCharCode(...new Uint8Array(options.applicationServerKey ?? new ArrayBuffer(0)))
  return btoa(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '') === key
}
