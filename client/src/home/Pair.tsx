/** The two a journal is kept by, mentor first, as the two circles of the mark; an empty seat is an empty circle. */
import type { Member } from '@tandem/shared/contracts/journals.ts'
import { Face } from '../ui/Face.tsx'
import styles from './Pair.module.css'

interface PairProps {
  readonly members: readonly Member[]
}

/** Decoration: the names stand beside it. */
export function Pair({ members }: PairProps) {
  return (
    <span className={styles.pair} aria-hidden="true">
      {(['mentor', 'mentee'] as const).map((seat) => {
        const member = members.find((each) => each.seat === seat)
        return member ? <Face key={seat} name={member.name} hue={member.hue} isNamedBeside /> : <span key={seat} className={styles.free} />
      })}
    </span>
  )
}
