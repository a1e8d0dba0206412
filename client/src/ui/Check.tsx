/** Something that is so or not: a real checkbox beside its words. */
import styles from './Check.module.css'

interface CheckProps {
  readonly label: string
  readonly isChecked: boolean
  readonly isOff?: boolean
  readonly onChange: (isChecked: boolean) => void
}

export function Check({ label, isChecked, isOff = false, onChange }: CheckProps) {
  return (
    <label className={styles.check} data-off={isOff || undefined}>
      <input type="checkbox" checked={isChecked} disabled={isOff} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span>{label}</span>
    </label>
  )
}
