/**
 * Mentions on the page: they show the name of today, whatever it was when they were written; a press on one of a block goes there; one that
 * is taken apart by writing into it is words again, and Backspace takes it as a whole.
 */
import { Extension } from '@tiptap/core'
import type { EditorState } from '@tiptap/pm/state'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { isFromYjs } from '../blocks/block-ids.ts'
import { type ChangedBlocks, changedBlocks } from '../blocks/changed-blocks.ts'
import { pageWords } from '../../words/page.ts'
import type { PageContext } from '../page-context.ts'
import { mentionLabel } from './mention-label.ts'
import { mentionBefore, mentionsIn, mentionsOf, type PlacedMention } from './placed-mentions.ts'

const key = new PluginKey<DecorationSet>('liveMentions')

export const LiveMentions = Extension.create<{ readonly context: PageContext | null }>({
  name: 'liveMentions',
  priority: 910,

  addOptions() {
    return { context: null }
  },

  addKeyboardShortcuts() {
    const { editor } = this
    return {
      Backspace: () => {
        const mention = mentionBefore(editor.state)
        if (!mention) return false
        editor.view.dispatch(editor.state.tr.delete(mention.from, mention.to).scrollIntoView())
        return true
      },
      'Mod-Enter': () => {
        const mention = mentionBefore(editor.state)
        if (mention?.kind !== 'block' || !this.options.context) return false
        this.options.context.screen.goTo(mention.id)
        return true
      },
    }
  },

  addProseMirrorPlugins() {
    const { context } = this.options
    if (!context) return []
    return [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: (_config, state) => draw(state, context),
          apply: (tr, before, old, state) => {
            if (tr.getMeta(key)) return draw(state, context)
            if (!tr.docChanged) return before
            return isFromYjs(tr) || hasMentions(changedBlocks(old.doc, tr.doc)) ? draw(state, context) : before.map(tr.mapping, tr.doc)
          },
        },
        view: (view) => ({ destroy: context.onContextChange(() => view.dispatch(view.state.tr.setMeta(key, true).setMeta('addToHistory', false))) }),
        appendTransaction: (transactions, before, after) => {
          if (!transactions.some((tr) => tr.docChanged) || transactions.some(isFromYjs)) return null
          const broken = brokenMentions(before, after)
          const link = after.schema.marks['link']
          return broken.length > 0 && link ? broken.reduce((tr, { from, to }) => tr.removeMark(from, to, link), after.tr) : null
        },
        props: {
          decorations: (state) => key.getState(state),
          handleClick: (view, _pos, event) => {
            const id = event.target instanceof Element ? event.target.closest('[data-block-mention]')?.getAttribute('data-block-mention') : null
            if (!id || event.shiftKey || !view.state.selection.empty) return false
            event.preventDefault()
            context.screen.goTo(id)
            return true
          },
        },
      }),
    ]
  },
})

function draw({ doc }: EditorState, context: PageContext): DecorationSet {
  const drawn = mentionsIn(doc).flatMap((mention) => decorate(mention, context))
  return drawn.length > 0 ? DecorationSet.create(doc, drawn) : DecorationSet.empty
}

function hasMentions({ old, now }: ChangedBlocks): boolean {
  return [...old, ...now].some((block) => mentionsOf(block).length > 0)
}

function decorate({ from, to, kind, id, text }: PlacedMention, context: PageContext): Decoration[] {
  const { people, wordsOf } = context.factContext()
  const name = kind === 'person' ? people.nameOf(id) : wordsOf(id)
  // Who or what is gone keeps the name it was mentioned by.
  if (name === undefined) return [Decoration.inline(from, to, { class: 'mention-gone', title: pageWords.capture.gone[kind] })]
  const label = mentionLabel(kind, name)
  return label === text || label === '' ? [] : [Decoration.inline(from, to, { class: 'mention-renamed', 'data-name': label })]
}

/** Mentions whose words this person has changed. */
function brokenMentions(before: EditorState, after: EditorState): PlacedMention[] {
  const { old, now } = changedBlocks(before.doc, after.doc)
  if (!now.some((node) => mentionsOf(node).length > 0)) return []
  const was = new Map<string, Set<string>>()
  for (const node of old) for (const { href, text } of mentionsOf(node)) was.set(href, (was.get(href) ?? new Set()).add(text))
  const changed = new Set(now)
  return mentionsIn(after.doc, (node) => changed.has(node)).filter(({ href, text }) => was.get(href)?.has(text) === false)
}
