/** Faces of who is here. Pressed, a face leads to where that person is. */
import { IconPencil } from '@tabler/icons-react'
import { Face } from '../ui/Face.tsx'
import { words } from '../words/words.ts'
import styles from './PresentFaces.module.css'
import type { Presence } from './read-presence.ts'
import { PlainButton } from '../ui/PlainButton.tsx'

interface PresentFacesProps {
  readonly others: readonly Presence[]
  readonly pageNameOf: (page: Presence['page']) => string
  readonly onGo: (presence: Presence) => void
}

const SHOWN = 5

export function PresentFaces({ others, pageNameOf, onGo }: PresentFacesProps) {
  const say = words.journal.presence
  return (
    <>
      <ul className={styles.faces} aria-label={say.label}>
        {others.slice(0, SHOWN).map((presence) => {
          const label = say.face(presence.name, say.status[presence.status], pageNameOf(presence.page))
          return (
            <li key={presence.person}>
              <PlainButton className={styles.face ?? ''} data-status={presence.status} aria-label={label} title={label} onClick={() => onGo(presence)}>
                <Face name={presence.name} hue={presence.hue} size="small" isNamedBeside />
                {presence.status === 'writing' && <IconPencil className={styles.pencil ?? ''} size={11} aria-hidden="true" />}
              </PlainButton>
            </li>
          )
        })}
        {others.length > SHOWN && <li className={styles.rest}>+{others.length - SHOWN}</li>}
      </ul>
      <p className="only-heard" role="status">
        {others.map((presence) => say.come(presence.name)).join('. ')}
      </p>
    </>
  )
}
