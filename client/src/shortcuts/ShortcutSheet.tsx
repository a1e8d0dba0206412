/** Every key that does something, on one sheet. */
import { Fragment } from 'react'
import { Dialog } from '../ui/Dialog.tsx'
import { keysWords } from '../words/commands.ts'
import { words } from '../words/words.ts'
import { KEY_GROUPS } from './key-groups.ts'
import { keyNames } from './key-names.ts'
import styles from './ShortcutSheet.module.css'

export function ShortcutSheet({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title={keysWords.title} isWide close={words.journal.screen.close} onClose={onClose}>
      <div className={styles.groups}>
        {KEY_GROUPS.map(({ title, rows }) => (
          <section key={title}>
            <h3 className={styles.title}>{title}</h3>
            <dl className={styles.rows}>
              {rows.map(([name, ways]) => (
                <div key={name} className={styles.row}>
                  <dt>{keysWords[name]}</dt>
                  <dd>
                    {ways.map((way, index) => (
                      <Fragment key={way}>
                        {index > 0 && <span className={styles.between}>·</span>}
                        <Strokes way={way} />
                      </Fragment>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}

function Strokes({ way }: { readonly way: string }) {
  return way.split(' ').map((stroke, index) => (
    <Fragment key={stroke}>
      {index > 0 && <span className={styles.between}>{keysWords.after}</span>}
      {keyNames(stroke).map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </Fragment>
  ))
}
