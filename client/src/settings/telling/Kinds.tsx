/** What reaches me besides the inbox, kind by kind: by mail and on my devices alike. */
import { MailKind, type NotificationSettings, type Wishes } from '@tandem/shared/contracts/notification-settings.ts'
import { Check } from '../../ui/Check.tsx'
import { words } from '../../words/words.ts'
import styles from './BeingTold.module.css'

interface KindsProps {
  readonly settings: NotificationSettings
  readonly isMailed: boolean
  readonly onChange: (change: Partial<Wishes>) => void
}

export function Kinds({ settings: { mail, push, quiet }, isMailed, onChange }: KindsProps) {
  const say = words.telling
  const byMail = isMailed && mail
  const byPush = push.isOn || push.others > 0
  return (
    <fieldset className={styles.group}>
      <legend>{say.kinds}</legend>
      <div className={styles.checks}>
        {MailKind.options.map((kind) => {
          const reaches = byMail || (byPush && kind !== 'changes')
          return (
            <Check
              key={kind}
              label={say.kind[kind]}
              isChecked={reaches && !quiet.includes(kind)}
              isOff={!reaches}
              onChange={(isOn) => onChange({ quiet: isOn ? quiet.filter((each) => each !== kind) : [...quiet, kind] })}
            />
          )
        })}
      </div>
    </fieldset>
  )
}
