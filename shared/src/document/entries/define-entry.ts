/** A kind of structured block is its name and the facts it may carry. A new kind needs no new node type. */
import type { z } from 'zod'
import type { Facts } from '../facts.ts'

export interface EntryKind<Kind extends string = string, Shape extends z.ZodRawShape = z.ZodRawShape> {
  readonly kind: Kind
  readonly facts: Shape
}

export function defineEntry<Kind extends string, Shape extends z.ZodRawShape>(entry: EntryKind<Kind, Shape>): EntryKind<Kind, Shape> {
  return entry
}

/** The facts of a block as its kind sees them: a missing or unreadable fact is `null`, never an error, for another program may have written it. */
export function readKindFacts<Shape extends z.ZodRawShape>(
  entry: EntryKind<string, Shape>,
  facts: Facts,
): { [Field in keyof Shape]: z.infer<Shape[Field]> | null } {
  const read: Record<string, unknown> = {}
  for (const [field, schema] of Object.entries(entry.facts)) {
    const parsed = (schema as z.ZodType).safeParse(facts[field])
    read[field] = parsed.success ? parsed.data : null
  }
  return read as { [Field in keyof Shape]: z.infer<Shape[Field]> | null }
}
