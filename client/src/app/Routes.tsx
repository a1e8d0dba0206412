/** Which screen stands at which address. All but the first ones are loaded when they are opened, above all the journal with its editor. */
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
import { onDemand } from '../ui/on-demand.tsx'
import { SignedIn } from './SignedIn.tsx'

const SignInScreen = onDemand(() => import('../sign-in/SignInScreen.tsx').then((module) => module.SignInScreen), OpeningScreen)
const NewJournalScreen = onDemand(() => import('../home/NewJournalScreen.tsx').then((module) => module.NewJournalScreen), OpeningScreen)
const JoinScreen = onDemand(() => import('../join/JoinScreen.tsx').then((module) => module.JoinScreen), OpeningScreen)
const SettingsScreen = onDemand(() => import('../settings/SettingsScreen.tsx').then((module) => module.SettingsScreen), OpeningScreen)
const InboxScreen = onDemand(() => import('../inbox/InboxScreen.tsx').then((module) => module.InboxScreen), OpeningScreen)
const ConfirmScreen = onDemand(() => import('../settings/telling/ConfirmScreen.tsx').then((module) => module.ConfirmScreen), OpeningScreen)
const UnsubscribeScreen = onDemand(() => import('../settings/telling/UnsubscribeScreen.tsx').then((module) => module.UnsubscribeScreen), OpeningScreen)
const JournalRoute = onDemand(async () => {
  await loadInJournal(words.language)
  return import('./journal/JournalRoute.tsx').then((module) => module.JournalRoute)
}, JournalSkeleton)

export function Routes() {
  return (
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
      <Route path="/confirm/:token">{({ token }) => <ConfirmScreen key={token} token={token} />}</Route>
      <Route path="/unsubscribe/:token">{({ token }) => <UnsubscribeScreen key={token} token={token} />}</Route>
      <Route path="/join/:token">{({ token }) => <JoinScreen key={token} token={token} />}</Route>
      <Route path={SIGN_IN}>
        <SignInScreen isNew={false} />
      </Route>
      <Route path={SIGN_UP}>
        <SignInScreen isNew />
      </Route>
      <Route path="/j/:journal/:page?">{({ journal, page }) => <JournalRoute key={journal} journal={journal} page={page} />}</Route>
      <Route>
        <NotFoundScreen />
      </Route>
    </Switch>
  )
}

/** The shape of a screen while its program is on the way. */
function OpeningScreen() {
  return (
    <Screen title={words.program.name}>
      <h1 className="only-heard">{words.program.name}</h1>
      <Placeholder lines={4} />
    </Screen>
  )
}
