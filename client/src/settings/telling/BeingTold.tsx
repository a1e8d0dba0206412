/** How I am told: by mail, on this device or only in the inbox, when the digest comes, and by which clock. Every change is kept at once. */
import { useChangeWishes, useNotificationSettings } from '../../api/notification-settings.ts'
import { Placeholder } from '../../ui/Placeholder.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { troubleWords } from '../../words/trouble.ts'
import { words } from '../../words/words.ts'
import styles from './BeingTold.module.css'
import { ConfirmNote } from './ConfirmNote.tsx'
import { JournalLevels } from './JournalLevels.tsx'
import { Kinds } from './Kinds.tsx'
import { LastSent } from './LastSent.tsx'
import { MailWishes } from './MailWishes.tsx'
import { PushHere } from './PushHere.tsx'
import { TimeZoneChoice } from './TimeZoneChoice.tsx'

export function BeingTold() {
  const settings = useNotificationSettings()
  const change = useChangeWishes()
  const say = words.telling
  if (settings.isPending) return <Placeholder lines={4} />
  if (settings.isError) return <Problem onRetry={() => settings.refetch()}>{troubleWords(settings.error)}</Problem>
  const { canMail, address, isConfirmed, push, timeZone, journals, last } = settings.data
  const isMailed = canMail && address !== null
  return (
    <>
      {change.isError && <Problem>{troubleWords(change.error)}</Problem>}
      {!canMail && <p className={styles.note}>{say.noServer}</p>}
      {canMail && address === null && <p className={styles.note}>{say.noAddress}</p>}
      {isMailed && !isConfirmed && <ConfirmNote address={address} />}
      {isMailed && <MailWishes settings={settings.data} address={address} onChange={change.mutate} />}
      {last && <LastSent last={last} words={say} />}
      {push.key !== null && <PushHere pushKey={push.key} settings={settings.data} onChange={change.mutate} />}
      {(isMailed || push.key !== null) && <Kinds settings={settings.data} isMailed={isMailed} onChange={change.mutate} />}
      <TimeZoneChoice value={timeZone} onChange={(zone) => change.mutate({ timeZone: zone })} />
      {journals.length > 0 && <JournalLevels journals={journals} />}
    </>
  )
}
