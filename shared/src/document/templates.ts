/** What a new journal begins with, in our own words. A hint stands where nothing is written yet and vanishes with the first letter. */
import { z } from 'zod'
import type { Facts } from './facts.ts'
import type { Kind } from './kinds.ts'
import type { PageKind } from './journal-doc.ts'

export const TemplateId = z.enum(['fresh-start', 'blank'])
export type TemplateId = z.infer<typeof TemplateId>

export interface TemplateBlock {
  readonly kind: Kind
  readonly text?: string
  readonly hint?: string
  /** What is known of the block before anybody has written in it. */
  readonly facts?: Facts
}

export interface TemplatePage {
  readonly kind: PageKind
  readonly title: string
  /** Ends with a line, so that there is always a place to write. */
  readonly blocks: readonly TemplateBlock[]
}

export interface Template {
  readonly id: TemplateId
  readonly pages: readonly TemplatePage[]
}

export const TEMPLATES: Readonly<Record<TemplateId, Template>> = {
  'fresh-start': {
    id: 'fresh-start',
    pages: [
      {
        kind: 'agreement',
        title: 'Our agreement',
        blocks: [
          { kind: 'heading2', text: 'What we expect of each other' },
          { kind: 'expectation', hint: 'What do you expect of yourself in this mentorship?', facts: { direction: 'myself' } },
          { kind: 'expectation', hint: 'And what do you hope the other will do?', facts: { direction: 'you' } },
          { kind: 'heading2', text: 'What we are working towards' },
          { kind: 'goal', hint: 'A theme is enough for now. Finding the goal can be the first goal.' },
          { kind: 'heading2', text: 'What we want to talk about' },
          { kind: 'topic', hint: 'A question you would like to bring to the first meeting' },
          { kind: 'heading2', text: 'First steps' },
          { kind: 'action', hint: 'One small thing that one of you does before you meet again' },
          { kind: 'text', hint: 'Write anything, or press / for more' },
        ],
      },
    ],
  },
  blank: {
    id: 'blank',
    pages: [{ kind: 'agreement', title: 'Our journal', blocks: [{ kind: 'text', hint: 'Write anything, or press / for more' }] }],
  },
}
