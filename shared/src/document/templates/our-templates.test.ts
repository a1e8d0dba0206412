/** Every language has the same templates: the same pages, the same blocks in the same order, with words of its own. */
import { expect, test } from 'vitest'
import { english } from './english.ts'
import { TEMPLATE_LANGUAGES, templatesIn } from './our-templates.ts'
import { type Templates, TemplateId } from './template.ts'

function shape(templates: Templates, id: TemplateId) {
  return templates[id].pages.map((page) => ({
    kind: page.kind,
    blocks: page.blocks.map(({ kind, text, hint, facts }) => ({ kind, facts, hasText: text !== undefined, hasHint: hint !== undefined })),
  }))
}

const wordsOf = (templates: Templates, id: TemplateId) =>
  templates[id].pages.flatMap((page) => [page.title, ...page.blocks.flatMap(({ text, hint }) => [text, hint])]).filter((words) => words !== undefined)

test.for(TEMPLATE_LANGUAGES.flatMap((language) => TemplateId.options.map((id) => [language, id] as const)))('%s: %s', ([language, id]) => {
  const templates = templatesIn(language)
  expect(shape(templates, id)).toEqual(shape(english, id))
  expect(wordsOf(templates, id).every((words) => words.trim().length > 2)).toBe(true)
  if (language !== 'en') expect(wordsOf(templates, id).filter((words) => wordsOf(english, id).includes(words))).toEqual([])
})

test.for(['fr', '__proto__', ''])('"%s" has no templates of its own and gets the English ones', (language) => {
  expect(templatesIn(language)).toBe(english)
})
