/** Writes a template into a new document. Only the server does this: two clients seeding the same template would double it. */
import * as Y from 'yjs'
import { newBlockId, newId, type PageId } from '../ids.ts'
import { writeFacts } from './facts.ts'
import { addPage, metaOf, pageFragment } from './journal-doc.ts'
import { SCHEMA_VERSION } from './schema.ts'
import { TEMPLATES, type TemplateBlock, type TemplateId } from './templates.ts'

/** A new document holding the template, as one Yjs update. */
export function seedJournal(template: TemplateId): Uint8Array {
  const doc = new Y.Doc()
  doc.transact(() => {
    metaOf(doc).set('schema', SCHEMA_VERSION)
    metaOf(doc).set('template', template)
    for (const page of TEMPLATES[template].pages) {
      const id = newId() as PageId
      addPage(doc, id, { kind: page.kind, title: page.title })
      pageFragment(doc, id).insert(
        0,
        page.blocks.map((block) => blockElement(doc, block)),
      )
    }
  })
  return Y.encodeStateAsUpdate(doc)
}

function blockElement(doc: Y.Doc, block: TemplateBlock): Y.XmlElement {
  const element = new Y.XmlElement('entry')
  const id = newBlockId()
  if (block.facts) writeFacts(doc, id, block.facts)
  element.setAttribute('id', id)
  element.setAttribute('kind', block.kind)
  if (block.hint) element.setAttribute('hint', block.hint)
  // Also where nothing is written yet: two people who begin an empty block at once must write into the same place.
  element.insert(0, [new Y.XmlText(block.text ?? '')])
  return element
}
