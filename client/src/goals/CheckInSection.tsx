/** How far a goal is: its check-ins drawn and in words, and one more of my own. */
import { IconPencil } from '@tabler/icons-react'
import { CHECK_IN_SENTENCE_LIMIT, CHECK_IN_WORD_LIMIT, type CheckIn } from '@tandem/shared/contracts/check-ins.ts'
import { type Day, newId } from '@tandem/shared/ids.ts'
import { type FormEvent, useId, useState } from 'react'
import { useSay } from '../api/outbox.tsx'
import { Strip } from '../ui/Strip.tsx'
import panel from '../ui/PanelInput.module.css'
import styles from '../ui/Vouching.module.css'
import { isHow, readHow } from './how-far.ts'
import { vouchingWords } from '../words/vouching.ts'
import goal from './Goal.module.css'
import { checkInValue } from './check-in-history.ts'
import { Button } from '../ui/Button.tsx'

const say = vouchingWords.checkIn
const CHART = { width: 350, height: 36 }

interface CheckInSectionProps {
  readonly journal: string
  readonly block: string
  readonly me: string
  readonly today: Day
  readonly history: readonly CheckIn[]
  readonly mayVouch: boolean
  readonly nameOf: (person: string) => string
  readonly sayDay: (day: Day) => string
}

export function CheckInSection({ history, nameOf, sayDay, ...scene }: CheckInSectionProps) {
  const { me, mayVouch } = scene
  const [corrected, setCorrected] = useState<CheckIn>()
  const values = history.flatMap(({ value }) => (value === null ? [] : [value]))
  return (
    <section className={styles.section} aria-label={say.title}>
      {values.length > 1 && <Strip values={values} size={CHART} />}
      {mayVouch && <CheckInForm key={corrected?.checkIn ?? 'new'} {...scene} corrected={corrected} onDone={() => setCorrected(undefined)} />}
      {history.length > 0 && (
        <div className={goal.scroll}>
          <table className={goal.table}>
            <caption className="only-heard">{say.title}</caption>
            <thead className="only-heard">
              <tr>
                <th scope="col">{say.day}</th>
                <th scope="col">{say.value}</th>
                <th scope="col">{say.who}</th>
                <th scope="col">{say.correct}</th>
              </tr>
            </thead>
            <tbody>
              {history.toReversed().map((row) => (
                <tr key={row.checkIn}>
                  <td className={goal.day}>{sayDay(row.day)}</td>
                  <td>
                    <strong>{checkInValue(row)}</strong> {row.sentence}
                  </td>
                  <td className={goal.who}>{nameOf(row.person)}</td>
                  <td className={goal.edit}>
                    {row.person === me && mayVouch && (
                      <button
                        type="button"
                        className={goal.correct}
                        aria-label={say.correctOf(sayDay(row.day))}
                        title={say.correct}
                        onClick={() => setCorrected(row)}
                      >
                        <IconPencil size={14} stroke={1.8} aria-hidden />
                      </button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

interface CheckInFormProps extends Pick<CheckInSectionProps, 'journal' | 'block' | 'today'> {
  readonly corrected: CheckIn | undefined
  readonly onDone: () => void
}

function CheckInForm({ journal, block, today, corrected, onDone }: CheckInFormProps) {
  const tell = useSay('check-in')
  const [how, setHow] = useState(corrected ? checkInValue(corrected) : '')
  const [sentence, setSentence] = useState(corrected?.sentence ?? '')
  const [isWrong, setWrong] = useState(false)
  const ids = { how: useId(), sentence: useId(), wrong: useId() }

  function send(kind: CheckIn['kind']): void {
    const id = newId()
    const said = kind === 'given' ? readHow(how) : { value: null, word: null }
    const row = { checkIn: id, block, day: corrected?.day ?? today, kind, ...said, sentence: kind === 'given' ? sentence : '' }
    tell({ id, input: { id: journal, ...row, replaces: corrected?.checkIn ?? null }, says: kind === 'given' ? `${how} ${sentence}`.trim() : say.takenBack })
    setHow('')
    setSentence('')
    onDone()
  }

  function submit(event: FormEvent): void {
    event.preventDefault()
    setWrong(!isHow(how))
    if (isHow(how)) send('given')
  }

  return (
    <form className={goal.form} onSubmit={submit}>
      <div className={styles.field}>
        <label htmlFor={ids.how}>{corrected ? say.corrected : say.how}</label>
        <input
          id={ids.how}
          className={panel.input}
          maxLength={CHECK_IN_WORD_LIMIT}
          value={how}
          placeholder={say.howHint}
          aria-invalid={isWrong}
          aria-describedby={isWrong ? ids.wrong : undefined}
          onChange={(event) => {
            setHow(event.target.value)
            setWrong(false)
          }}
        />
      </div>
      {isWrong && (
        <p id={ids.wrong} className={goal.wrong} role="alert">
          {say.howWrong}
        </p>
      )}
      <div className={styles.field}>
        <label htmlFor={ids.sentence}>{say.sentence}</label>
        <input
          id={ids.sentence}
          className={panel.input}
          maxLength={CHECK_IN_SENTENCE_LIMIT}
          value={sentence}
          onChange={(event) => setSentence(event.target.value)}
        />
      </div>
      <div className={styles.acts} data-several={corrected && true}>
        <Button type="submit" isSmall variant={corrected ? 'filled' : 'default'}>
          {corrected ? say.correct : say.add}
        </Button>
        {corrected && (
          <>
            <Button isSmall variant="default" onClick={() => send('taken-back')}>
              {say.takeBack}
            </Button>
            <Button isSmall variant="subtle" onClick={onDone}>
              {say.cancel}
            </Button>
          </>
        )}
      </div>
    </form>
  )
}
