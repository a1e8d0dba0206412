/** The way to one's own settings: one's initials and name. In no colour, because a person's hue belongs to a journal. */
import { Link } from 'wouter'
import { words } from '../words/words.ts'
import { initials } from './initials.ts'
import styles from './MeLink.module.css'

interface MeLinkProps {
  readonly name: string
  readonly href: string
}

/** At the end of a screen's first line. On a phone only the face is drawn. */
export function MeLink({ name, href }: MeLinkProps) {
  return (
    <Link href={href} className={styles.me ?? ''}>
      <span className={styles.name}>{name}</span>
      <span className="only-heard">: {words.general.settings}</span>
      <span className={styles.face} aria-hidden="true">
        {initials(name)}
      </span>
    </Link>
  )
}
