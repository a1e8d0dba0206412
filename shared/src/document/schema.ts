/** The version of the document's schema, and every name that may stand in a page. The editor's schema has exactly these; a page with others is newer than the program. */

/** Raised when a page may hold a node or mark that an older client would delete. It gates connections. */
export const SCHEMA_VERSION = 1

/**
 * `entry` is every line and every structured block. `paragraph` is a plain line of another program
 * that joined the room: shown as a line, never written by us.
 */
export const NODE_NAMES = ['entry', 'codeBlock', 'divider', 'paragraph', 'hardBreak'] as const
export type NodeName = (typeof NODE_NAMES)[number]

export const MARK_NAMES = ['bold', 'italic', 'underline', 'strike', 'code', 'link'] as const
export type MarkName = (typeof MARK_NAMES)[number]
