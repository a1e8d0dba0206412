/** What the commands of an open journal act on. */
import type { JournalSummary } from '@tandem/shared/contracts/journals.ts'
import type { ListedPage } from '@tandem/shared/document/journal-doc.ts'
import type * as Y from 'yjs'
import type { CatchUp } from '../../../catch-up/use-catch-up.ts'
import type { PageEditorHandle } from '../../../journal/create-page-editor.ts'
import type { CommentScene } from '../comments/use-comment-scene.ts'
import type { Tool } from './tool.ts'

export interface CommandParts {
  readonly doc: Y.Doc
  readonly journal: JournalSummary
  readonly pages: readonly ListedPage[]
  readonly page: ListedPage | undefined
  readonly mayEdit: boolean
  readonly scene: Pick<CommentScene, 'mayComment' | 'begin'>
  readonly catchUp: Pick<CatchUp, 'items' | 'step' | 'markSeen'>
  /** The open page; absent where there is none. */
  readonly editor: () => PageEditorHandle | undefined
  readonly onOpen: (page: ListedPage['id']) => void
  readonly onNew: (page: ListedPage['id']) => void
  readonly onPeople: () => void
  readonly onComments: () => void
  /** Asks what has changed. */
  readonly onChanges: () => void
  readonly onTool: (tool: Tool) => void
}

/** What they need of the screen besides. */
export interface CommandWays {
  readonly go: (path: string) => void
  readonly onUnarchive: () => void
}
