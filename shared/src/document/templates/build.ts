/** Short names for the blocks that templates are made of, so that a template reads as its page does. */
import type { Ask } from '../entries/topic.ts'
import type { Direction } from '../entries/expectation.ts'
import type { TemplateBlock } from './template.ts'

export const heading = (text: string): TemplateBlock => ({ kind: 'heading2', text })
export const expectation = (direction: Direction, hint: string): TemplateBlock => ({ kind: 'expectation', hint, facts: { direction } })
export const goal = (hint: string): TemplateBlock => ({ kind: 'goal', hint })
export const action = (hint: string): TemplateBlock => ({ kind: 'action', hint })
export const topic = (hint: string, ask?: Ask): TemplateBlock => ({ kind: 'topic', hint, ...(ask ? { facts: { ask } } : {}) })
export const bullet = (hint: string): TemplateBlock => ({ kind: 'bullet', hint })
export const quote = (hint: string): TemplateBlock => ({ kind: 'quote', hint })
export const line = (hint: string): TemplateBlock => ({ kind: 'text', hint })
