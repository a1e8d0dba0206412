/** One page: its title and its words. */
import type { JournalSummary } from '@tandem/shared/contracts/journals.ts'
import type { Me } from '@tandem/shared/contracts/me.ts'
import type { ListedPage } from '@tandem/shared/document/journal-doc.ts'
import { type ReactNode, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { blockPath, threadPath } from '../../api/paths.ts'
import { ActionThreads } from '../../comments/ActionThreads.tsx'
import type { PageEditorHandle } from '../../journal/create-page-editor.ts'
import type { MarkedChanges } from '../../journal/changes/marked-changes.ts'
import { writeInBlock } from '../../journal/show-block.ts'
import { PageEditor } from '../../journal/PageEditor.tsx'
import { pageName } from '../../pages/page-name.ts'
import type { Presence } from '../../presence/read-presence.ts'
import type { JournalSession } from '../../sync/session.ts'
import { locale } from '../../words/dates.ts'
import { todayAsDay } from '../../words/days.ts'
import { words } from '../../words/words.ts'
import type { CommentScene } from './comments/use-comment-scene.ts'
import { Notice } from './Notices.tsx'
import styles from './PageArea.module.css'
import { PageTitle } from './PageTitle.tsx'
import type { LinkedBlock } from './use-block-link.ts'
import { useVouching } from './vouching/use-vouching.tsx'
import { useFollow } from './use-follow.ts'
import { Button } from '../../ui/Button.tsx'

interface OpenPageProps {
  readonly session: JournalSession
  readonly journal: JournalSummary
  readonly me: Me
  readonly page: ListedPage
  readonly isEditable: boolean
  readonly isNew: boolean
  readonly followed: Presence | undefined
  /** The block a link leads to. */
  readonly show: LinkedBlock | undefined
  readonly changes: MarkedChanges
  /** Stands under the page. */
  readonly below?: ReactNode
  readonly scene: CommentScene
  readonly onEditor: (opened: PageEditorHandle | undefined) => void
}

export function OpenPage({ session, journal, me, page, isEditable, isNew, followed, show, changes, below, scene, onEditor }: OpenPageProps) {
  const area = useRef<HTMLElement>(null)
  const opened = useRef<PageEditorHandle>(undefined)
  const [isNewer, setNewer] = useState(false)
  const [, go] = useLocation()
  useFollow(area, followed)

  const { setHandle } = scene
  const onOpen = (handle: PageEditorHandle | undefined): void => {
    opened.current = handle
    setHandle(handle)
    onEditor(handle)
  }

  const { vouchedOf, renderVouching } = useVouching({
    session,
    journal,
    me: me.id,
    mayEdit: isEditable && !isNewer,
    onRewrite: (block) => {
      const editor = opened.current?.editor
      if (editor) writeInBlock(editor, block)
    },
  })

  function writeOn(): void {
    opened.current?.editor.commands.focus('start')
    // The command focuses in the next frame; the next key may come before.
    opened.current?.editor.view.focus()
  }

  return (
    <article ref={area} className={styles.column}>
      <PageTitle
        doc={session.doc}
        page={page}
        isEditable={isEditable && !isNewer}
        isNew={isNew}
        onEnter={writeOn}
        onComment={scene.mayComment ? () => scene.begin({ kind: 'page' }) : undefined}
      />
      {isNewer ? (
        <div className={styles.inside}>
          <Notice tone="trouble" action={<Button onClick={() => location.reload()}>{words.general.reload}</Button>}>
            {words.journal.notices.newerContent}
          </Notice>
        </div>
      ) : (
        <PageEditor
          doc={session.doc}
          page={page.id}
          journal={journal.id}
          awareness={session.awareness}
          me={me.id}
          people={journal.members}
          isEditable={isEditable}
          label={pageName(page, todayAsDay(new Date())).name}
          locale={locale()}
          show={show}
          changes={changes}
          linkTo={(block) => `${location.origin}${blockPath(journal.id, page.id, block)}`}
          onGoTo={(block) => go(blockPath(journal.id, page.id, block))}
          vouchedOf={vouchedOf}
          renderVouching={(panel) => (
            <>
              {renderVouching(panel)}
              {panel.part === 'first' && (
                <ActionThreads
                  threads={scene.margins.threads.filter(({ action }) => action === panel.block)}
                  talk={scene.margins.talk}
                  onGoTo={({ thread }) => {
                    panel.onClose()
                    go(threadPath(journal.id, thread, page.id))
                  }}
                />
              )}
            </>
          )}
          onComment={scene.mayComment ? scene.begin : undefined}
          onHighlight={([first]) => first !== undefined && scene.open(first)}
          onOpen={onOpen}
          onUnknownContent={() => setNewer(true)}
        />
      )}
      {below}
    </article>
  )
}
