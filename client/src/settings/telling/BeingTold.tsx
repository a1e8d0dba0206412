/** How I am told: by mail or only in the inbox, when the digest comes, and by which clock. Every change is kept at once. */
import { useChangeWishes, useNotificationSettings } from '../../api/notification-settings.ts'
import { Placeholder } from '../../ui/Placeholder.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { troubleWords } from '../../words/trouble.ts'
import { words } from '../../words/words.ts'
import styles from './BeingTold.module.css'
import { ConfirmNote } from './ConfirmNote.tsx'
import { JournalLevels } from './JournalLevels.tsx'
import { LastMail } from './LastMail.tsx'
import { MailWishes } from './MailWishes.tsx'
import { TimeZoneChoice } from './TimeZoneChoice.tsx'

export function BeingTold() {
  const settings = useNotificationSettings()
  const change = useChangeWishes()
  const say = words.telling
  if (settings.isPending) return <Placeholder lines={4} />
  if (settings.isError) return <Problem onRetry={() => settings.refetch()}>{troubleWords(settings.error)}</Problem>
  const { canMail, address, isConfirmed, timeZone, journals, last } = settings.data
  return (
    <>
      {change.isError && <Problem>{troubleWords(change.error)}</Problem>}
      {!canMail && <p className={styles.note}>{say.noServer}</p>}
      {canMail && address === null && <p className={styles.note}>{say.noAddress}</p>}
      {canMail && address !== null && !isConfirmed && <ConfirmNote address={address} />}
      {canMail && address !== null && <MailWishes settings={settings.data} address={address} onChange={change.mutate} />}
      {last && <LastMail last={last} />}
      <TimeZoneChoice value={timeZone} onChange={(zone) => change.mutate({ timeZone: zone })} />
      {journals.length > 0 && <JournalLevels journals={journals} />}
    </>
  )
}
