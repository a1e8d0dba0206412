/** A person at a glance: initials in their colour and shape. */
import styles from './Face.module.css'
import { personColour, personShape } from './hue.ts'
import { initials } from './initials.ts'

interface FaceProps {
  readonly name: string
  readonly hue: number
  readonly size?: 'small' | 'medium' | 'large'
  /** Whether the name stands beside the face in words, so that it need not be read out twice. */
  readonly isNamedBeside?: boolean
}

/** The face of one person. */
export function Face({ name, hue, size = 'medium', isNamedBeside = false }: FaceProps) {
  const spoken = isNamedBeside ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name, title: name }
  return (
    <span className={styles.face} data-size={size} style={{ background: personColour(hue), borderRadius: personShape(hue) }} {...spoken}>
      {initials(name)}
    </span>
  )
}
