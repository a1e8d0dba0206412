/** Whether this device tells me while Tandem is closed, what stands in the way, and how much it shows. */
import type { NotificationSettings, Wishes } from '@tandem/shared/contracts/notification-settings.ts'
import { usePushDevice, useTurnPushOff, useTurnPushOn } from '../../api/push.ts'
import { Button } from '../../ui/Button.tsx'
import { Check } from '../../ui/Check.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { troubleWords } from '../../words/trouble.ts'
import { words } from '../../words/words.ts'
import styles from './BeingTold.module.css'
import { LastSent } from './LastSent.tsx'

interface PushHereProps {
  readonly pushKey: string
  readonly settings: NotificationSettings
  readonly onChange: (change: Partial<Wishes>) => void
}

export function PushHere({ pushKey, settings: { push, pushWords }, onChange }: PushHereProps) {
  const device = usePushDevice(push)
  const [on, off] = [useTurnPushOn(pushKey), useTurnPushOff()]
  const say = words.telling.push
  const state = device.data
  if (state === undefined) return null
  const trouble = on.error ?? off.error
  const lead = { unsupported: say.unsupported, denied: say.denied, off: say.off, on: say.isOn }
  return (
    <div className={styles.device}>
      <p className={styles.label}>{say.title}</p>
      {trouble !== null && <Problem>{troubleWords(trouble)}</Problem>}
      {on.data === 'refused' && <Problem>{say.refused}</Problem>}
      <p className={styles.note} role="status">
        {lead[state]} {push.others > 0 && say.others(push.others)}
      </p>
      {state === 'off' && (
        <Button variant="default" isSmall isPending={on.isPending} onClick={() => on.mutate()}>
          {say.turnOn}
        </Button>
      )}
      {state === 'on' && push.last && <LastSent last={push.last} words={say} />}
      {(state === 'on' || push.others > 0) && <Check label={say.words} isChecked={pushWords} onChange={(isOn) => onChange({ pushWords: isOn })} />}
      {state === 'on' && (
        <Button variant="default" isSmall isPending={off.isPending} onClick={() => off.mutate()}>
          {say.turnOff}
        </Button>
      )}
    </div>
  )
}
