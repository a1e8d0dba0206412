/** The commands that may wait in the outbox, by the names under which they are kept there. A name is never given a new meaning: an older page may have left it behind. */
import * as acceptances from '@tandem/shared/contracts/acceptances.ts'
import * as changes from '@tandem/shared/contracts/changes.ts'
import * as checkIns from '@tandem/shared/contracts/check-ins.ts'
import * as comments from '@tandem/shared/contracts/comments.ts'
import * as commitments from '@tandem/shared/contracts/commitments.ts'
import type { Contract } from '@tandem/shared/contracts/contract.ts'
import * as anchors from '@tandem/shared/contracts/mentorship-anchors.ts'
import * as notices from '@tandem/shared/contracts/notices.ts'
import type { RowKind } from '@tandem/shared/wire/row-kinds.ts'

export interface CommandKind {
  readonly contract: Contract
  /** The rows in which it shows. */
  readonly what: RowKind
}

export const COMMANDS = {
  seen: { contract: changes.markSeen, what: 'changes' },
  'mark-notices': { contract: notices.mark, what: 'notices' },
  'read-notices': { contract: notices.readAll, what: 'notices' },
  commit: { contract: commitments.commit, what: 'commitments' },
  accept: { contract: acceptances.accept, what: 'acceptances' },
  'check-in': { contract: checkIns.checkIn, what: 'check-ins' },
  'answer-anchor': { contract: anchors.answer, what: 'mentorship-anchors' },
  comment: { contract: comments.say, what: 'comments' },
  'edit-comment': { contract: comments.edit, what: 'comments' },
  'remove-comment': { contract: comments.remove, what: 'comments' },
  react: { contract: comments.react, what: 'comments' },
  'change-thread': { contract: comments.change, what: 'comments' },
  'read-comments': { contract: comments.read, what: 'comments' },
} as const satisfies Record<string, CommandKind>

export type CommandName = keyof typeof COMMANDS

export function isCommandName(name: string): name is CommandName {
  return Object.hasOwn(COMMANDS, name)
}
