/** What a page or a whole journal can begin with. A hint stands where nothing is written yet and vanishes with the first letter. */
import { z } from 'zod'
import type { BlockId } from '../../ids.ts'
import type { FactValue, PageKind } from '../journal-doc.ts'

export const TemplateId = z.enum(['fresh-start', 'new-role', 'promotion', 'first-time-manager', 'short-and-focused', 'blank'])
export type TemplateId = z.infer<typeof TemplateId>

export interface TemplateBlock {
  /** A new one unless given. */
  readonly id?: BlockId | undefined
  /** One of kinds.ts; a saved template may hold those of a newer program. */
  readonly kind: string
  readonly text?: string | undefined
  readonly hint?: string | undefined
  readonly indent?: number | undefined
  /** What is known of the block before anybody has written in it. */
  readonly facts?: Readonly<Record<string, FactValue | undefined>> | undefined
}

export interface TemplatePage {
  readonly kind: PageKind
  readonly title: string
  /** Ends with a line, so that there is always a place to write. */
  readonly blocks: readonly TemplateBlock[]
}

export interface Template {
  readonly pages: readonly TemplatePage[]
}

/** All of ours in one language. */
export type Templates = Readonly<Record<TemplateId, Template>>
