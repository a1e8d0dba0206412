/** Writes a template into a new document. Only the server does this: two clients seeding the same template would double it. */
import * as Y from 'yjs'
import { metaOf } from './journal-doc.ts'
import { SCHEMA_VERSION } from './schema.ts'
import { addTemplatePages } from './templates/add-template.ts'
import { templatesIn } from './templates/our-templates.ts'
import type { Template, TemplateId } from './templates/template.ts'

/** A new document holding one of our templates, as one Yjs update. */
export function seedJournal(template: TemplateId, language = 'en'): Uint8Array {
  return seedWith(templatesIn(language)[template], template)
}

/** The same with any template; `name` is remembered in the document. */
export function seedWith(template: Template, name: string): Uint8Array {
  const doc = new Y.Doc()
  doc.transact(() => {
    metaOf(doc).set('schema', SCHEMA_VERSION)
    metaOf(doc).set('template', name)
    addTemplatePages(doc, template)
  })
  return Y.encodeStateAsUpdate(doc)
}
