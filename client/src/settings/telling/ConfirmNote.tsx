/** That my address is not confirmed yet, what that means, and the mail once more. */
import { useAskConfirmation } from '../../api/notification-settings.ts'
import { Button } from '../../ui/Button.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { troubleWords } from '../../words/trouble.ts'
import { words } from '../../words/words.ts'
import styles from './BeingTold.module.css'

export function ConfirmNote({ address }: { readonly address: string }) {
  const ask = useAskConfirmation()
  const say = words.telling.confirm
  return (
    <div className={styles.confirm}>
      {ask.isError && <Problem>{troubleWords(ask.error)}</Problem>}
      <p role="status">{ask.isSuccess ? say.sent(address) : say.needed(address)}</p>
      {!ask.isSuccess && (
        <Button variant="default" isSmall isPending={ask.isPending} onClick={() => ask.mutate()}>
          {say.again}
        </Button>
      )}
    </div>
  )
}
