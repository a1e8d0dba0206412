/** Every key that does something, on one sheet. */
import { Fragment } from 'react'
import { Dialog } from '../ui/Dialog.tsx'
import { keysWords } from '../words/commands.ts'
import { words } from '../words/words.ts'
import { keyNames } from './key-names.ts'
import styles from './ShortcutSheet.module.css'

type Named = Exclude<keyof typeof keysWords, 'title' | 'names' | 'after' | 'groups'>

interface Group {
  readonly title: string
  /** What it does, and the keys: several ways, each perhaps several strokes. */
  readonly rows: readonly (readonly [Named, readonly string[]])[]
}

const GROUPS: readonly Group[] = [
  {
    title: keysWords.groups.journal,
    rows: [
      ['palette', ['Mod+k']],
      ['find', ['Mod+Shift+f']],
      ['sheet', ['?', 'Mod+/']],
      ['changes', ['j', 'k']],
    ],
  },
  {
    title: keysWords.groups.write,
    rows: [
      ['slash', ['/']],
      ['mention', ['@', '#']],
      ['newLine', ['Shift+Enter']],
      ['undo', ['Mod+z']],
      ['redo', ['Mod+Shift+z']],
      ['leave', ['Escape Tab']],
    ],
  },
  {
    title: keysWords.groups.blocks,
    rows: [
      ['tick', ['Mod+Enter']],
      ['facts', ['Mod+;']],
      ['menu', ['Mod+.']],
      ['choose', ['Escape Shift+↓']],
      ['move', ['Alt+↑', 'Alt+↓']],
      ['indent', ['Tab', 'Shift+Tab']],
      ['duplicate', ['Mod+d']],
      ['text', ['Mod+Alt+0', '1', '2', '3']],
      ['lists', ['Mod+Shift+7', '8', '9']],
    ],
  },
  {
    title: keysWords.groups.marks,
    rows: [
      ['bold', ['Mod+b']],
      ['italic', ['Mod+i']],
      ['underline', ['Mod+u']],
      ['link', ['Mod+k']],
    ],
  },
]

export function ShortcutSheet({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title={keysWords.title} isWide close={words.journal.screen.close} onClose={onClose}>
      <div className={styles.groups}>
        {GROUPS.map(({ title, rows }) => (
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
