/** What comes by mail: all or nothing, and the weekly digest. */
import type { NotificationSettings, Wishes } from '@tandem/shared/contracts/notification-settings.ts'
import { Check } from '../../ui/Check.tsx'
import { QuietSelect } from '../../ui/QuietSelect.tsx'
import { hourNames, weekdayNames } from '../../words/dates.ts'
import { words } from '../../words/words.ts'
import styles from './BeingTold.module.css'

interface MailWishesProps {
  readonly settings: NotificationSettings
  readonly address: string
  readonly onChange: (change: Partial<Wishes>) => void
}

const MONDAY_MORNING = { day: 1, hour: 8 }

export function MailWishes({ settings, address, onChange }: MailWishesProps) {
  const { mail, digest } = settings
  const say = words.telling
  return (
    <div className={styles.checks}>
      <Check label={say.mail(address)} isChecked={mail} onChange={(isOn) => onChange({ mail: isOn })} />
      <div className={styles.digest}>
        <Check label={say.digest} isChecked={mail && digest !== null} isOff={!mail} onChange={(isOn) => onChange({ digest: isOn ? MONDAY_MORNING : null })} />
        {mail && digest && (
          <span className={styles.when}>
            {say.on}
            <QuietSelect
              label={say.digestDay}
              options={weekdayNames().map((label, index) => ({ value: String(index + 1), label }))}
              value={String(digest.day)}
              isBusy={false}
              onChange={(day) => onChange({ digest: { ...digest, day: Number(day) } })}
            />
            {say.at}
            <QuietSelect
              label={say.digestHour}
              options={hourNames().map((label, hour) => ({ value: String(hour), label }))}
              value={String(digest.hour)}
              isBusy={false}
              onChange={(hour) => onChange({ digest: { ...digest, hour: Number(hour) } })}
            />
          </span>
        )}
      </div>
    </div>
  )
}
