/** My own things: name, the way back in, appearance, and where I am signed in. */
import type { Me } from '@tandem/shared/contracts/me.ts'
import { Link } from 'wouter'
import { HOME } from '../api/paths.ts'
import { Screen } from '../ui/Screen.tsx'
import { words } from '../words/words.ts'
import { Appearance } from './Appearance.tsx'
import { BeingTold } from './telling/BeingTold.tsx'
import { KeepMe } from './KeepMe.tsx'
import { LanguageChoice } from './LanguageChoice.tsx'
import { NameForm } from './NameForm.tsx'
import { Section } from './Section.tsx'
import styles from './SettingsScreen.module.css'
import { SignIns } from './SignIns.tsx'
import { SignOut } from './SignOut.tsx'

interface SettingsScreenProps {
  readonly me: Me
}

export function SettingsScreen({ me }: SettingsScreenProps) {
  return (
    <Screen title={words.settings.title} end={<Link href={HOME}>{words.general.home}</Link>}>
      <h1 className={styles.title}>{words.settings.title}</h1>
      <Section title={words.settings.you} lead={words.settings.nameLead}>
        <NameForm key={me.name} me={me} />
      </Section>
      <Section title={me.email === null ? words.keep.title : words.settings.access} id="keep">
        <KeepMe me={me} />
      </Section>
      <Section title={words.settings.appearance}>
        <Appearance />
        <LanguageChoice />
      </Section>
      <Section title={words.telling.title} lead={words.telling.lead} id="notifications">
        <BeingTold />
      </Section>
      <Section title={words.settings.signIns} lead={words.settings.signInsLead}>
        <SignIns />
        <SignOut me={me} />
      </Section>
    </Screen>
  )
}
