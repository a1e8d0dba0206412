/** What is asked before a journal gets another title, is put away, or is left. Loaded when it is asked: the home screen comes without it. */
import type { JournalSummary } from '@tandem/shared/contracts/journals.ts'
import { ArchiveQuestion } from './ArchiveQuestion.tsx'
import { LeaveQuestion } from './LeaveQuestion.tsx'
import { RenameDialog } from './RenameDialog.tsx'

const QUESTIONS = { rename: RenameDialog, archive: ArchiveQuestion, leave: LeaveQuestion } as const

export type Question = keyof typeof QUESTIONS

interface JournalQuestionProps {
  readonly about: Question
  readonly journal: JournalSummary
  readonly onClose: () => void
}

export function JournalQuestion({ about, journal, onClose }: JournalQuestionProps) {
  const Asked = QUESTIONS[about]
  return <Asked journal={journal} onClose={onClose} />
}
