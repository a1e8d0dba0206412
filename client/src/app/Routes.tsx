/** Which screen stands at which address. All but the first ones are loaded when they are opened, above all the journal with its editor. */
import { lazy, Suspense } from 'react'
import { Route, Switch } from 'wouter'
import { HOME, INBOX, NEW_JOURNAL, NOTICE_ARCHIVE, SETTINGS, SIGN_IN, SIGN_UP } from '../api/paths.ts'
import { HomeScreen } from '../home/HomeScreen.tsx'
import { InboxLink } from '../inbox/InboxLink.tsx'
import { KeepBanner } from '../settings/KeepBanner.tsx'
import { NotFoundScreen } from '../ui/NotFoundScreen.tsx'
import { Placeholder } from '../ui/Placeholder.tsx'
import { Screen } from '../ui/Screen.tsx'
import { loadInJournal } from '../words/languages.ts'
import { words } from '../words/words.ts'
import { JournalSkeleton } from './JournalSkeleton.tsx'
import { SignedIn } from './SignedIn.tsx'

const SignInScreen = lazy(() => import('../sign-in/SignInScreen.tsx').then((module) => ({ default: module.SignInScreen })))
const NewJournalScreen = lazy(() => import('../home/NewJournalScreen.tsx').then((module) => ({ default: module.NewJournalScreen })))
const JoinScreen = lazy(() => import('../join/JoinScreen.tsx').then((module) => ({ default: module.JoinScreen })))
const SettingsScreen = lazy(() => import('../settings/SettingsScreen.tsx').then((module) => ({ default: module.SettingsScreen })))
const InboxScreen = lazy(() => import('../inbox/InboxScreen.tsx').then((module) => ({ default: module.InboxScreen })))
const UnsubscribeScreen = lazy(() => import('../settings/telling/UnsubscribeScreen.tsx').then((module) => ({ default: module.UnsubscribeScreen })))
const JournalRoute = lazy(async () => {
  await loadInJournal(words.language)
  const module = await import('./journal/JournalRoute.tsx')
  return { default: module.JournalRoute }
})

export function Routes() {
  return (
    <Suspense fallback={<OpeningScreen />}>
      <Switch>
        <Route path={HOME}>
          <SignedIn>{(me) => <HomeScreen me={me} notice={<KeepBanner me={me} />} inbox={<InboxLink layout="short" />} />}</SignedIn>
        </Route>
        <Route path={NEW_JOURNAL}>
          <SignedIn>{(me) => <NewJournalScreen me={me} />}</SignedIn>
        </Route>
        <Route path={SETTINGS}>
          <SignedIn>{(me) => <SettingsScreen me={me} />}</SignedIn>
        </Route>
        <Route path={INBOX}>
          <SignedIn>{(me) => <InboxScreen key="inbox" me={me} box="inbox" />}</SignedIn>
        </Route>
        <Route path={NOTICE_ARCHIVE}>
          <SignedIn>{(me) => <InboxScreen key="archive" me={me} box="archive" />}</SignedIn>
        </Route>
        <Route path="/unsubscribe/:token">{({ token }) => <UnsubscribeScreen key={token} token={token} />}</Route>
        <Route path="/join/:token">{({ token }) => <JoinScreen key={token} token={token} />}</Route>
        <Route path={SIGN_IN}>
          <SignInScreen isNew={false} />
        </Route>
        <Route path={SIGN_UP}>
          <SignInScreen isNew />
        </Route>
        <Route path="/j/:journal/:page?">
          {({ journal, page }) => (
            <Suspense fallback={<JournalSkeleton />}>
              <JournalRoute key={journal} journal={journal} page={page} />
            </Suspense>
          )}
        </Route>
        <Route>
          <NotFoundScreen />
        </Route>
      </Switch>
    </Suspense>
  )
}

/** The shape of a screen while its program is on the way. */
function OpeningScreen() {
  return (
    <Screen title={words.program.name}>
      <Placeholder lines={4} />
    </Screen>
  )
}
