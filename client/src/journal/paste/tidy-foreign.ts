/**
 * What word processors put on the clipboard, made plain: lists that are only drawn as lists become lists, boxes that are drawn become boxes, and what
 * is there for the program alone goes. Everything else is left to how our nodes read HTML.
 */

const MOST_INDENT = 6

/** Tidied when it comes from a program that needs it; otherwise as it was. */
export function tidyForeign(html: string): string {
  if (!/mso-list|MsoListParagraph|docs-internal-guid|role="checkbox"|to-do-list|class="checkbox|<o:p>|<li/.test(html)) return html
  const page = new DOMParser().parseFromString(html.replaceAll(/<!\[(?:if|endif)[^>]*>/g, ''), 'text/html')
  for (const element of page.querySelectorAll('style, script, title, meta, o\\:p:empty')) element.remove()
  tidyWord(page)
  tidyGoogle(page)
  tidyBoxes(page)
  for (const item of page.querySelectorAll('li')) if (isFrame(item)) wrapWords(item)
  removeEmptyLines(page)
  return page.body.innerHTML
}

/** Word draws its lists: a paragraph, its level in the style, its bullet or number in a span. */
function tidyWord(page: Document): void {
  for (const line of page.querySelectorAll<HTMLElement>('p[style*="mso-list"], p[class*="MsoListParagraph"]')) {
    const style = line.getAttribute('style') ?? ''
    const drawn = [...line.querySelectorAll('span')].find((span) => /mso-list:\s*ignore/i.test(span.getAttribute('style') ?? ''))
    const sign = drawn?.textContent.trim() ?? ''
    drawn?.remove()
    line.dataset['kind'] = /^[\divxa-z]{1,4}[.)]/i.test(sign) ? 'numbered' : 'bullet'
    const level = Number(/level(\d)/.exec(style)?.[1] ?? 1)
    if (level > 1) line.dataset['indent'] = String(Math.min(level - 1, MOST_INDENT))
  }
  for (const element of page.querySelectorAll('o\\:p')) element.replaceWith(...element.childNodes)
}

/** Google writes a checklist as a list whose items are boxes to those who hear it. */
function tidyGoogle(page: Document): void {
  for (const item of page.querySelectorAll<HTMLElement>('li[role="checkbox"]')) {
    becomeAction(item, { isDone: item.getAttribute('aria-checked') === 'true', indent: Number(item.getAttribute('aria-level') ?? 1) - 1 })
    item.querySelector('img')?.remove()
  }
  // Between paragraphs it leaves line breaks that are no lines.
  for (const pause of page.querySelectorAll('body > br, [id^="docs-internal-guid"] > br')) pause.remove()
}

/** Boxes of Notion and of web pages: drawn with a class, or real ones that cannot be pressed. */
function tidyBoxes(page: Document): void {
  for (const box of page.querySelectorAll<HTMLElement>('li .checkbox, li input[type="checkbox"]')) {
    const item = box.closest('li')
    if (!item) continue
    const isDone = box.classList.contains('checkbox-on') || box.hasAttribute('checked')
    box.remove()
    for (const empty of item.querySelectorAll(':scope > div:empty')) empty.remove()
    becomeAction(item, { isDone, indent: depthOf(item) })
  }
}

function depthOf(item: Element): number {
  let depth = -1
  for (let list = item.closest('ul, ol'); list; list = list.parentElement?.closest('ul, ol') ?? null) depth += 1
  return Math.max(depth, 0)
}

/** An item with lines or lists in it stays the frame of those; its first words become the action. */
function becomeAction(item: HTMLElement, { isDone, indent }: { readonly isDone: boolean; readonly indent: number }): void {
  const words = item.querySelector<HTMLElement>(':scope > p, :scope > div') ?? wrapWords(item)
  words.dataset['kind'] = 'action'
  if (indent > 0) words.dataset['indent'] = String(Math.min(indent, MOST_INDENT))
  if (isDone) words.dataset['facts'] = '{"end":"done"}'
}

/** An item with bare words above a list of its own: to a reader of blocks they would belong to no item. */
function isFrame(item: Element): boolean {
  const isBare = (child: ChildNode) => child.nodeType === Node.TEXT_NODE && (child.textContent ?? '').trim() !== ''
  return item.querySelector(':scope > ul, :scope > ol') !== null && [...item.childNodes].some(isBare)
}

function wrapWords(item: Element): HTMLElement {
  const words = item.ownerDocument.createElement('p')
  const lists = [...item.children].filter((child) => child.matches('ul, ol'))
  words.append(...[...item.childNodes].filter((child) => !lists.includes(child as Element)))
  item.prepend(words)
  return words
}

function removeEmptyLines(page: Document): void {
  for (const line of page.querySelectorAll('p, h1, h2, h3, h4, h5, h6')) {
    if (line.textContent.replaceAll('\u00a0', '').trim() === '' && !line.querySelector('img, br + br')) line.remove()
  }
}
