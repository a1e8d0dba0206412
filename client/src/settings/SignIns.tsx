/** Every browser that is signed in as me, and a way to end each. */
import type { SignIn } from '@tandem/shared/contracts/me.ts'
import { useEndSignIn, useSignIns } from '../api/me.ts'
import { Placeholder } from '../ui/Placeholder.tsx'
import { Problem } from '../ui/Problem.tsx'
import { spokenDay, spokenTime } from '../words/dates.ts'
import { troubleWords } from '../words/trouble.ts'
import { words } from '../words/words.ts'
import { browserName } from './browser-name.ts'
import styles from './SignIns.module.css'
import { Button } from '../ui/Button.tsx'

export function SignIns() {
  const signIns = useSignIns()
  const end = useEndSignIn()
  if (signIns.isPending) return <Placeholder lines={2} />
  if (signIns.isError) return <Problem onRetry={() => signIns.refetch()}>{troubleWords(signIns.error)}</Problem>
  const sorted = signIns.data.toSorted((a, b) => Number(b.current) - Number(a.current) || b.lastUsedAt - a.lastUsedAt)
  return (
    <>
      {end.error && <Problem>{troubleWords(end.error)}</Problem>}
      <ul className={styles.list}>
        {sorted.map((signIn) => (
          <Row key={signIn.id} signIn={signIn} isEnding={end.isPending && end.variables.id === signIn.id} onEnd={() => end.mutate({ id: signIn.id })} />
        ))}
      </ul>
    </>
  )
}

interface RowProps {
  readonly signIn: SignIn
  readonly isEnding: boolean
  readonly onEnd: () => void
}

function Row({ signIn, isEnding, onEnd }: RowProps) {
  const name = browserName(signIn.browser)
  const now = Date.now()
  return (
    <li className={styles.row}>
      <div>
        <p>
          {name}
          {signIn.current && <span className={styles.current}>{words.settings.thisOne}</span>}
        </p>
        <p className={styles.when}>
          {words.settings.lastUsed(spokenTime(signIn.lastUsedAt, now))} · {words.settings.since(spokenDay(signIn.createdAt, now))}
        </p>
      </div>
      {!signIn.current && (
        <Button variant="subtle" data-danger isPending={isEnding} onClick={onEnd} aria-label={words.settings.endOf(name)}>
          {words.settings.end}
        </Button>
      )}
    </li>
  )
}
