/** Links to http, https and mailto only; checked where they are read and again where they are shown, for another program may have written them. */
import { InputRule, Mark, markPasteRule } from '@tiptap/core'
import { readMention } from '@tandem/shared/document/mentions.ts'
import { Plugin } from '@tiptap/pm/state'
import { safeHref } from '../../ui/safe-href.ts'

/** What is taken for a web address while typing or pasting. */
const WEB_ADDRESS = /https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]}]/g
const TYPED_WEB_ADDRESS = /(?:^|\s)(https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]}])\s$/

function hrefOf(element: Element): string | null {
  return element.getAttribute('data-mention') ?? element.getAttribute('href')
}

export const Link = Mark.create({
  name: 'link',
  inclusive: false,
  keepOnSplit: false,
  exitable: true,

  addAttributes() {
    return { href: { default: null, parseHTML: hrefOf } }
  },

  parseHTML() {
    return [{ tag: 'a[href], [data-mention]', getAttrs: (element) => (readMention(hrefOf(element)) || safeHref(hrefOf(element) ?? '') ? null : false) }]
  },

  renderHTML({ mark }) {
    const mention = readMention(mark.attrs['href'])
    if (mention) {
      const block = mention.kind === 'block' ? { 'data-block-mention': mention.id } : {}
      return ['span', { class: 'mention', 'data-mention': String(mark.attrs['href']), ...block }, 0]
    }
    const href = safeHref(String(mark.attrs['href'] ?? ''))
    return ['a', { ...(href ? { href } : {}), rel: 'noopener noreferrer nofollow', target: '_blank' }, 0]
  },

  addProseMirrorPlugins() {
    return [
      new Plugin({
        props: {
          // A press alone puts the caret into the link, as into any words.
          handleClick: (view, _pos, event) => {
            const anchor = event.target instanceof Element ? event.target.closest('a[href]') : null
            if (!anchor || !view.editable || !(event.metaKey || event.ctrlKey)) return false
            window.open(anchor.getAttribute('href') ?? '', '_blank', 'noopener,noreferrer')
            return true
          },
        },
      }),
    ]
  },

  addInputRules() {
    const type = this.type
    return [
      new InputRule({
        find: TYPED_WEB_ADDRESS,
        undoable: false,
        handler: ({ state, range, match }) => {
          const address = match[1]
          const href = address && safeHref(address)
          if (!href || state.doc.resolve(range.from).parent.type.spec.code) return null
          // The space that ended the address has not been written yet.
          const from = range.to - address.length
          state.tr.addMark(from, range.to, type.create({ href })).insertText(' ', range.to).removeStoredMark(type)
        },
      }),
    ]
  },

  addPasteRules() {
    return [markPasteRule({ find: WEB_ADDRESS, type: this.type, getAttributes: (match) => ({ href: safeHref(match[0]) ?? null }) })]
  },
})
