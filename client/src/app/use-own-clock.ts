/** Tells the server once by which clock this person's days begin, and in which language their mail is to be: as their browser has it, until they say otherwise. */
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useChangeWishes } from '../api/notification-settings.ts'
import { unreadQuery } from '../api/notices.ts'
import { locale } from '../words/dates.ts'

export function useOwnClock(): void {
  const { data } = useQuery(unreadQuery)
  const { mutate, isIdle } = useChangeWishes()
  const isZoneMissing = data?.timeZone === null
  const isOtherLanguage = data !== undefined && data.language !== locale()
  useEffect(() => {
    if (!isIdle || (!isZoneMissing && !isOtherLanguage)) return
    const timeZone = new Intl.DateTimeFormat().resolvedOptions().timeZone
    mutate({ language: locale(), ...(isZoneMissing ? { timeZone } : {}) })
  }, [mutate, isIdle, isZoneMissing, isOtherLanguage])
}
