/** A file on the page: a picture is shown, anything else is a name to download it by. The block's words below it say what it is. */
import { readKindFacts } from '@tandem/shared/document/entries/define-entry.ts'
import { file } from '@tandem/shared/document/entries/file.ts'
import type { Facts } from '@tandem/shared/document/facts.ts'
import { fileAddress } from '../../api/files.ts'
import { pageWords } from '../../words/page.ts'
import type { PageContext } from '../page-context.ts'

export interface FileBody {
  readonly dom: HTMLElement
  readonly show: (block: { readonly facts: Facts; readonly text: string }) => void
}

const SHOWN = /^image\/(png|jpeg|gif|webp|avif)$/

export function createFileBody({ journal }: PageContext): FileBody {
  const dom = document.createElement('div')
  dom.className = 'entry-file'
  dom.contentEditable = 'false'
  let shown = ''
  return {
    dom,
    show: ({ facts, text }) => {
      const known = readKindFacts(file, facts)
      const alt = text.trim() || (known.name ?? '')
      const key = JSON.stringify(known)
      if (key !== shown) {
        shown = key
        dom.replaceChildren(...(known.file && journal ? [draw(known, fileAddress(journal, known.file))] : []))
      }
      dom.querySelector('img')?.setAttribute('alt', alt)
    },
  }
}

type Known = ReturnType<typeof readKindFacts<typeof file.facts>>

function draw(known: Known, address: string): HTMLElement {
  const link = document.createElement('a')
  link.href = address
  link.tabIndex = 0
  if (known.type !== null && SHOWN.test(known.type)) {
    link.target = '_blank'
    link.rel = 'noopener noreferrer'
    link.append(pictureOf(known, address))
  } else {
    link.className = 'entry-download'
    link.download = known.name ?? ''
    const name = document.createElement('span')
    name.textContent = known.name ?? pageWords.files.unnamed
    const size = document.createElement('span')
    size.className = 'entry-file-size'
    size.textContent = known.bytes === null ? '' : pageWords.files.size(known.bytes)
    link.append(name, size)
  }
  return link
}

function pictureOf({ name, width, height }: Known, address: string): HTMLImageElement {
  const picture = document.createElement('img')
  picture.loading = 'lazy'
  picture.decoding = 'async'
  picture.draggable = false
  if (width !== null && height !== null) {
    picture.width = width
    picture.height = height
  }
  // Without a connection, and never seen before: its name in its place.
  picture.addEventListener('error', () => {
    picture.parentElement?.setAttribute('data-missing', pageWords.files.notShown(name ?? ''))
  })
  picture.src = address
  return picture
}
