/** How much of each journal reaches me. */
import type { NotificationSettings } from '@tandem/shared/contracts/notification-settings.ts'
import { Level } from '@tandem/shared/contracts/notices.ts'
import { useId } from 'react'
import { useSetLevel } from '../../api/notices.ts'
import { Problem } from '../../ui/Problem.tsx'
import { QuietSelect } from '../../ui/QuietSelect.tsx'
import { troubleWords } from '../../words/trouble.ts'
import { words } from '../../words/words.ts'
import styles from './BeingTold.module.css'

export function JournalLevels({ journals }: Pick<NotificationSettings, 'journals'>) {
  const setLevel = useSetLevel()
  const heading = useId()
  const say = words.telling
  return (
    <div>
      <p className={styles.label} id={heading}>
        {say.journals}
      </p>
      {setLevel.isError && <Problem>{troubleWords(setLevel.error)}</Problem>}
      <ul className={styles.journals} aria-labelledby={heading}>
        {journals.map(({ journal, title, level }) => (
          <li key={journal} className={styles.journal}>
            <span>{title}</span>
            <QuietSelect
              label={say.levelOf(title)}
              options={Level.options.map((value) => ({ value, label: say.levels[value] }))}
              value={level}
              isBusy={setLevel.isPending && setLevel.variables.id === journal}
              onChange={(value) => setLevel.mutate({ id: journal, level: value })}
            />
          </li>
        ))}
      </ul>
    </div>
  )
}
