/** The way to one's own settings: one's face and name. */
import { Link } from 'wouter'
import { words } from '../words/words.ts'
import { Face } from './Face.tsx'
import styles from './MeLink.module.css'

interface MeLinkProps {
  readonly name: string
  readonly href: string
}

/** At the end of a screen's first line. On a phone only the face is drawn. */
export function MeLink({ name, href }: MeLinkProps) {
  return (
    <Link href={href} className={styles.me ?? ''} aria-label={words.general.settingsOf(name)}>
      <span className={styles.name}>{name}</span>
      <Face name={name} hue={0} isNamedBeside />
    </Link>
  )
}
