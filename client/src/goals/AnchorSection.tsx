/** The mentorship anchor of a goal: my answers, and the other's once both are given. */
import type { AnchorReply } from '@tandem/shared/contracts/mentorship-anchors.ts'
import { AnchorReply as Reply } from '@tandem/shared/contracts/mentorship-anchors.ts'
import { newId } from '@tandem/shared/ids.ts'
import { useSay } from '../api/outbox.tsx'
import { segment, segmentsOf } from '../ui/segments.ts'
import styles from '../ui/Vouching.module.css'
import { vouchingWords } from '../words/vouching.ts'
import type { AnchorLine, AnchorStanding } from './anchor-standing.ts'
import goal from './Goal.module.css'

const say = vouchingWords.anchor

interface AnchorSectionProps {
  readonly journal: string
  readonly block: string
  readonly words: string
  readonly me: string
  readonly standing: AnchorStanding
  readonly mayVouch: boolean
}

export function AnchorSection({ journal, block, words, me, standing, mayVouch }: AnchorSectionProps) {
  const tell = useSay('answer-anchor')
  const { lines, kind, answered, isAnchor } = standing
  const isMine = (line: AnchorLine) => line.of.person === me && mayVouch

  function answer({ question, of }: AnchorLine, reply: AnchorReply): void {
    const id = newId()
    tell({
      id,
      input: { id: journal, answer: id, block, question, reply },
      says: `${words.trim()}: ${say.question[question](of.name)} ${say.reply[reply]}`,
    })
  }

  return (
    <section className={styles.section} aria-label={say.title}>
      <p className={styles.title}>{isAnchor ? say.isAnchor : say.title}</p>
      {lines.map((line) =>
        isMine(line) ? (
          <fieldset key={line.question} className={goal.mine}>
            <legend>{say.mine[line.question]}</legend>
            <div {...segmentsOf(Reply.options.map((reply) => ({ name: say.reply[reply] })))}>
              {Reply.options.map((reply) => (
                <button key={reply} type="button" className={segment} aria-pressed={line.reply === reply} onClick={() => answer(line, reply)}>
                  {say.reply[reply]}
                </button>
              ))}
            </div>
          </fieldset>
        ) : (
          kind === 'open' && (
            <p key={line.question} className={goal.question}>
              <span>{say.question[line.question](line.of.name)}</span>
              <strong>{line.reply && say.reply[line.reply]}</strong>
            </p>
          )
        ),
      )}
      {kind === 'hidden' && <p className={styles.quiet}>{hiddenWords(answered.filter(({ person }) => person !== me).map(({ name }) => name))}</p>}
    </section>
  )
}

function hiddenWords(others: readonly string[]): string {
  return others[0] ? `${say.hasAnswered(others[0])} ${say.hidden}` : say.hidden
}
