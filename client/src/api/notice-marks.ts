/** Notices as they are once the marks that wait in the outbox have reached the server. Pure. */
import { mark, type Notice, readAll } from '@tandem/shared/contracts/notices.ts'
import type { Command } from '../sync/outbox-command.ts'

export type Box = 'inbox' | 'archive'

/** In the order in which the marks were made. What a mark moves to the other box is gone from this one. */
export function withMarks(notices: readonly Notice[], box: Box, pending: readonly Pick<Command, 'name' | 'input' | 'at'>[]): readonly Notice[] {
  const marked = pending.reduce((soFar, command) => soFar.map((notice) => withMark(notice, command)), notices)
  return marked.filter((notice) => (notice.archivedAt === null) === (box === 'inbox'))
}

function withMark(notice: Notice, { name, input, at }: Pick<Command, 'name' | 'input' | 'at'>): Notice {
  if (name === 'read-notices') {
    const { data } = readAll.input.safeParse(input)
    return data && notice.at <= data.until ? { ...notice, readAt: notice.readAt ?? at } : notice
  }
  const { data } = mark.input.safeParse(input)
  if (!data?.notices.includes(notice.id)) return notice
  const archivedAt = data.archived === undefined ? notice.archivedAt : data.archived ? (notice.archivedAt ?? at) : null
  const isRead = data.read ?? (data.archived ? true : undefined)
  const readAt = isRead === undefined ? notice.readAt : isRead ? (notice.readAt ?? at) : null
  return { ...notice, archivedAt, readAt }
}
