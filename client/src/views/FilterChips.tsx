/** Narrowing a view down: links, because every narrowing has its own address. On a phone each group is one word, the chosen one, that opens the others. */
import { useMediaQuery } from '@mantine/hooks'
import { Link, useLocation } from 'wouter'
import { QuietSelect } from '../ui/QuietSelect.tsx'
import styles from './ViewFrame.module.css'

export interface FilterChoice {
  readonly name: string
  readonly href: string
  readonly isChosen: boolean
  readonly count?: number
}

interface FilterChipsProps {
  readonly label: string
  readonly choices: readonly FilterChoice[]
}

export function FilterChips({ label, choices }: FilterChipsProps) {
  const [, go] = useLocation()
  const isPhone = useMediaQuery('(max-width: 640px)', false, { getInitialValueInEffect: false })
  const chosen = choices.find(({ isChosen }) => isChosen) ?? choices[0]
  if (isPhone && chosen) {
    return (
      <span className={styles.one} data-narrowed={chosen !== choices[0]}>
        <QuietSelect
          label={label}
          options={choices.map(({ name, href, count }) => ({ value: href, label: count ? `${name} ${count}` : name }))}
          value={chosen.href}
          isBusy={false}
          onChange={(href) => go(href, { replace: true })}
        />
      </span>
    )
  }
  return (
    <div className={styles.chips} role="group" aria-label={label}>
      {choices.map(({ name, href, isChosen, count }) => (
        <Link key={name} href={href} className={styles.chip ?? ''} aria-current={isChosen ? 'true' : undefined} replace>
          {name}
          {count !== undefined && count > 0 && <span className={styles.count}>{count}</span>}
        </Link>
      ))}
    </div>
  )
}
