/** How I want to be told, and the links of my mails. */
import * as contracts from '@tandem/shared/contracts/notification-settings.ts'
import type { NotificationSettings, Wishes } from '@tandem/shared/contracts/notification-settings.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from './call.ts'
import { mailLinkKey, TELLING } from './keys.ts'

export function useNotificationSettings() {
  return useQuery({ queryKey: TELLING, queryFn: () => call(contracts.get, {}) })
}

/** Changes what is given; shown at once, and as the server has it afterwards. */
export function useChangeWishes() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (change: Partial<Wishes>) => call(contracts.change, change),
    onMutate: async (change) => {
      await queries.cancelQueries({ queryKey: TELLING })
      queries.setQueryData<NotificationSettings>(TELLING, (settings) => settings && { ...settings, ...change })
    },
    onSettled: () => queries.invalidateQueries({ queryKey: TELLING }),
  })
}

/** What the link of a mail would stop. */
export function useMailLink(mailToken: string) {
  return useQuery({ queryKey: mailLinkKey(mailToken), queryFn: () => call(contracts.look, { mailToken }) })
}

/** Stops these mails, or all. */
export function useUnsubscribe(mailToken: string) {
  return useMutation({ mutationFn: (everything: boolean) => call(contracts.unsubscribe, { mailToken, everything }) })
}

/** Has the mail sent once more by which my address is confirmed. */
export function useAskConfirmation() {
  return useMutation({ mutationFn: () => call(contracts.askConfirmation, {}) })
}

/** Says that the address is mine to which the link came. */
export function useConfirm(confirmToken: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => call(contracts.confirm, { confirmToken }),
    onSuccess: () => queries.invalidateQueries({ queryKey: TELLING }),
  })
}
