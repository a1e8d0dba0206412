/** The faces of a few people, one over the next, as the two circles of the mark. */
import { Face } from './Face.tsx'
import styles from './Faces.module.css'

interface FacesProps {
  readonly people: readonly { readonly name: string; readonly hue: number }[]
}

const SHOWN = 3

/** Decoration: their names stand beside it. */
export function Faces({ people }: FacesProps) {
  const shown = people.length > SHOWN ? people.slice(0, SHOWN - 1) : people
  const rest = people.length - shown.length
  return (
    <span className={styles.faces} aria-hidden="true">
      {shown.map((person) => (
        <Face key={person.name + person.hue} name={person.name} hue={person.hue} isNamedBeside />
      ))}
      {rest > 0 && <span className={styles.rest}>+{rest}</span>}
    </span>
  )
}
