/**
 * How an entry stands on the page: its sign, its words, its facts. Plain DOM, because a React node view forces a layout
 * per block; no state of its own, because the binding may show it another node at any time.
 */
import type { Node } from '@tiptap/pm/model'
import type { EditorView, NodeView, ViewMutationRecord } from '@tiptap/pm/view'
import { isLineKind, isStructuredKind } from '@tandem/shared/document/kinds.ts'
import { pageWords } from '../../words/page.ts'
import { indentOf, kindOf } from '../nodes/entry.ts'
import type { PageContext } from '../page-context.ts'
import { FILE_KIND } from '../files/put-file.ts'
import { createFactsButton, type FactsButton } from './facts-button.ts'
import { createFileBody, type FileBody } from './file-body.ts'
import { createSign, type Sign } from './entry-sign.ts'

export class EntryView implements NodeView {
  readonly dom = document.createElement('div')
  readonly contentDOM = document.createElement('div')
  private node: Node
  private readonly view: EditorView
  private readonly context: PageContext
  private sign: Sign | undefined
  private facts: FactsButton | undefined
  private file: FileBody | undefined
  private stopWatching: () => void = () => undefined
  private readonly stopContext: () => void

  constructor(node: Node, { view, context }: { readonly view: EditorView; readonly context: PageContext }) {
    this.node = node
    this.view = view
    this.context = context
    this.dom.className = 'entry'
    this.contentDOM.className = 'entry-words'
    this.dom.append(this.contentDOM)
    this.stopContext = context.onContextChange(() => this.showFacts())
    this.watch()
    this.show()
  }

  update(node: Node): boolean {
    // Another block needs another view, or the two would swap carets and listeners. A block that gets its first id stays.
    if (node.type !== this.node.type || (this.id !== null && node.attrs['id'] !== this.id)) return false
    const hadId = this.id
    this.node = node
    if (hadId !== this.id) this.watch()
    this.show()
    return true
  }

  stopEvent(event: Event): boolean {
    return event.target instanceof globalThis.Node && !this.contentDOM.contains(event.target) && event.target !== this.dom
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    if (mutation.type === 'selection') return false
    return mutation.type === 'attributes' || !this.contentDOM.contains(mutation.target)
  }

  destroy(): void {
    this.stopWatching()
    this.stopContext()
  }

  private get id(): string | null {
    return this.node.attrs['id'] as string | null
  }

  private watch(): void {
    this.stopWatching()
    this.stopWatching = this.id === null ? () => undefined : this.context.facts.watch(this.id, () => this.showFacts())
  }

  private show(): void {
    const kind = kindOf(this.node)
    const { dataset } = this.dom
    if (dataset['kind'] !== kind) this.showKind(kind)
    set(dataset, 'indent', indentOf(this.node) ? String(indentOf(this.node)) : undefined)
    set(dataset, 'id', this.id ?? undefined)
    set(dataset, 'empty', this.node.content.size === 0 ? 'true' : undefined)
    const hint = this.node.attrs['hint'] as unknown
    set(
      this.contentDOM.dataset,
      'hint',
      this.node.content.size > 0 ? undefined : typeof hint === 'string' ? hint : (pageWords.prompts[kind] ?? pageWords.placeholder),
    )
    // A template's hint is always seen; that of a plain line only where one is about to write.
    set(dataset, 'hinted', typeof hint === 'string' || kind !== 'text' ? 'true' : undefined)
    this.showFacts()
  }

  private showKind(kind: string): void {
    this.dom.dataset['kind'] = kind
    this.sign?.dom.remove()
    this.facts?.dom.remove()
    this.sign = undefined
    this.facts = undefined
    this.file?.dom.remove()
    this.file = kind === FILE_KIND ? createFileBody(this.context) : undefined
    if (this.file) this.dom.prepend(this.file.dom)
    const isUnknown = !isLineKind(kind) && !isStructuredKind(kind) && kind !== FILE_KIND
    set(this.dom.dataset, 'unknown', isUnknown ? pageWords.unknownKind(kind) : undefined)
    set(this.dom.dataset, 'structured', isStructuredKind(kind) ? 'true' : undefined)
    if (!isStructuredKind(kind)) return
    this.sign = createSign(kind, { context: this.context, block: () => this.id, isEditable: () => this.view.editable })
    this.facts = createFactsButton({ context: this.context, block: () => this.id, isEditable: () => this.view.editable })
    this.dom.prepend(this.sign.dom)
    this.dom.append(this.facts.dom)
  }

  private showFacts(): void {
    const kind = kindOf(this.node)
    if (this.file) this.file.show({ facts: this.id === null ? {} : this.context.facts.of(this.id), text: this.node.textContent })
    if (!isStructuredKind(kind)) {
      set(this.dom.dataset, 'end', undefined)
      return
    }
    const facts = this.id === null ? {} : this.context.facts.of(this.id)
    const end = kind === 'action' ? facts['end'] : kind === 'goal' && (facts['status'] === 'met' || facts['status'] === 'parked') ? facts['status'] : undefined
    set(this.dom.dataset, 'end', typeof end === 'string' ? end : undefined)
    this.sign?.show({ facts, text: this.node.textContent })
    this.facts?.show({ id: this.id ?? '', kind, facts, text: this.node.textContent })
  }
}

function set(dataset: DOMStringMap, name: string, value: string | undefined): void {
  if (value === undefined) delete dataset[name]
  else if (dataset[name] !== value) dataset[name] = value
}
