/** Who of the journal. */
import { Face } from '../../../ui/Face.tsx'
import { pageWords } from '../../../words/page.ts'
import type { People } from '../../people.ts'
import { Choice, type Option } from './Choice.tsx'

interface PersonChoiceProps {
  readonly label: string
  readonly people: People
  readonly value: string | null
  /** Whether nobody is an answer. */
  readonly mayBeNobody?: boolean
  readonly further?: readonly Option<string | null>[]
  readonly onChoose: (person: string | null) => void
}

export function PersonChoice({ label, people, value, mayBeNobody = false, further, onChoose }: PersonChoiceProps) {
  const options: Option<string | null>[] = [
    ...people.all.map(({ person, name, hue }) => ({ value: person as string, name, sign: <Face name={name} hue={hue} size="small" isNamedBeside /> })),
    ...(further ?? []),
    ...(mayBeNobody ? [{ value: null, name: pageWords.facts.nobody }] : []),
  ]
  return <Choice label={label} options={options} value={value} onChoose={onChoose} />
}
