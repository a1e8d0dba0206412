/** By which clock my days begin. */
import { QuietSelect } from '../../ui/QuietSelect.tsx'
import { words } from '../../words/words.ts'
import styles from './BeingTold.module.css'

interface TimeZoneChoiceProps {
  readonly value: string | null
  readonly onChange: (zone: string) => void
}

export function TimeZoneChoice({ value, onChange }: TimeZoneChoiceProps) {
  const say = words.telling
  const shown = value ?? ownTimeZone()
  // The browser's list leaves out older names, which may be what is stored.
  const zones = [...new Set([shown, 'UTC', ...Intl.supportedValuesOf('timeZone')])].toSorted()
  return (
    <div className={styles.zone}>
      <p className={styles.label}>{say.zone}</p>
      <p className={styles.note}>{say.zoneLead}</p>
      <QuietSelect
        label={say.zone}
        options={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
        value={shown}
        isBusy={false}
        onChange={onChange}
      />
    </div>
  )
}

function ownTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone
}
