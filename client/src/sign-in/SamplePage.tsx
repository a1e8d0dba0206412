/** A few lines of a journal, as two people would have written them: shows what this is before anybody reads about it. */
import { words } from '../words/words.ts'
import styles from './SamplePage.module.css'

const { sample } = words.signIn

/** Decoration: the lead beside the form says the same in a sentence. */
export function SamplePage() {
  return (
    <div className={styles.page} aria-hidden="true">
      <p className={styles.heading}>{sample.heading}</p>
      <p className={styles.line}>
        <i>◇</i>
        <span>{sample.expectation}</span>
      </p>
      <p className={styles.facts}>
        <span className={styles.dot} data-hue="0" />
        <span className={styles.dot} data-hue="1" />
        {sample.committed}
      </p>
      <p className={styles.line}>
        <i>◎</i>
        <span>{sample.goal}</span>
      </p>
      <p className={styles.facts}>{sample.goalFacts}</p>
      <p className={styles.line}>
        <i>☐</i>
        <span>
          {sample.action}
          <span className={styles.caret} data-hue="0">
            <b>{sample.people[0]}</b>
          </span>
        </span>
      </p>
      <p className={styles.facts}>{sample.actionFacts}</p>
      <p className={styles.line}>
        <i>▸</i>
        <span>
          {sample.topic}
          <span className={styles.caret} data-hue="1">
            <b>{sample.people[1]}</b>
          </span>
        </span>
      </p>
    </div>
  )
}
