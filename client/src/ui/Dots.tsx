/** The two dots: for each person, in their colour and shape, whether something holds of them. */
import styles from './Dots.module.css'
import { personColour, personShape } from './hue.ts'
import type { Dot } from './vouched-line.ts'

interface DotsProps {
  readonly dots: readonly Dot[]
  /** The same in words, for those who do not see the dots; empty where it stands beside them. */
  readonly label: string
}

/** A filled dot says yes, an empty one not yet. */
export function Dots({ dots, label }: DotsProps) {
  return (
    <span className={styles.dots} {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}>
      {dots.map((dot) => (
        <span
          key={dot.name + dot.hue}
          className={styles.dot}
          data-filled={dot.isFilled}
          title={dot.name}
          style={{ color: personColour(dot.hue), borderRadius: personShape(dot.hue) }}
        />
      ))}
    </span>
  )
}
