/** Signing in, and beginning as a new person: one card, two sets of fields. */
import { Link, Redirect, useLocation, useSearchParams } from 'wouter'
import { useMe } from '../api/me.ts'
import { HOME, SIGN_IN, SIGN_UP } from '../api/paths.ts'
import { Card } from '../ui/Card.tsx'
import { Screen } from '../ui/Screen.tsx'
import { words } from '../words/words.ts'
import { SamplePage } from './SamplePage.tsx'
import { SignInForm } from './SignInForm.tsx'
import styles from './SignInScreen.module.css'
import { SignUpForm } from './SignUpForm.tsx'
import { whereNext } from './where-next.ts'

interface SignInScreenProps {
  readonly isNew: boolean
}

/** Afterwards goes to `?next=`, when that is one of our own addresses, or home. */
export function SignInScreen({ isNew }: SignInScreenProps) {
  const [, go] = useLocation()
  const [search] = useSearchParams()
  const me = useMe()
  const next = whereNext(search.get('next'), HOME)
  if (me.data) return <Redirect to={next} replace />

  const other = `${isNew ? SIGN_IN : SIGN_UP}${search.size > 0 ? `?${search}` : ''}`
  const finish = () => go(next, { replace: true })
  return (
    <Screen title={isNew ? words.signIn.submitNew : words.signIn.submit} layout="card">
      <div className={styles.both}>
        <div>
          <p className={styles.statement}>{words.program.sentence}</p>
          <p className={styles.lead}>{words.signIn.lead}</p>
          <div className={styles.sample}>
            <SamplePage />
          </div>
        </div>
        <Card>
          <h1 className={styles.title}>{isNew ? words.signIn.titleNew : words.signIn.title}</h1>
          {isNew ? <SignUpForm onDone={finish} /> : <SignInForm onDone={finish} />}
          <p className={styles.other}>
            {isNew ? words.signIn.switchBack : words.signIn.switchToNew}{' '}
            <Link href={other}>{isNew ? words.signIn.switchBackLink : words.signIn.switchToNewLink}</Link>
          </p>
          <p className={styles.invited}>{words.signIn.invited}</p>
        </Card>
      </div>
    </Screen>
  )
}
