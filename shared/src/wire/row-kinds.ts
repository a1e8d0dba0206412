/** The kinds of rows beside the document, those people vouch for and those the projection reads: what a hint says has changed, and what a page then asks for again. */

export const ROW_KINDS = ['commitments', 'acceptances', 'check-ins', 'mentorship-anchors', 'comments', 'notices', 'changes'] as const
export type RowKind = (typeof ROW_KINDS)[number]

/** False for kinds of a newer server, about which an older page asks nothing. */
export function isRowKind(what: string): what is RowKind {
  return (ROW_KINDS as readonly string[]).includes(what)
}
