/** The kinds an `entry` node can have: plain lines, which only differ in how they are set, and structured blocks, which carry facts. */
import { action } from './entries/action.ts'
import { expectation } from './entries/expectation.ts'
import { goal } from './entries/goal.ts'
import { topic } from './entries/topic.ts'

/** A line is an `entry` too, so that turning a line into an action is one attribute write and a concurrent keystroke survives. */
export const LINE_KINDS = ['text', 'heading1', 'heading2', 'heading3', 'bullet', 'numbered', 'quote'] as const
export type LineKind = (typeof LINE_KINDS)[number]

export const STRUCTURED_KINDS = { expectation, goal, action, topic } as const
export type StructuredKind = keyof typeof STRUCTURED_KINDS

export type Kind = LineKind | StructuredKind

export function isLineKind(kind: string): kind is LineKind {
  return (LINE_KINDS as readonly string[]).includes(kind)
}

/** False for lines and for kinds of a newer program, which are shown as a plain card. */
export function isStructuredKind(kind: string): kind is StructuredKind {
  return Object.hasOwn(STRUCTURED_KINDS, kind)
}

/** The deepest indent of a line or block; 0 is flush. */
export const MAX_INDENT = 6
