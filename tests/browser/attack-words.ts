/** Words that would run as code wherever words are taken for markup. Each calls `__hit`, which a watched page remembers. */
import type { Page } from 'playwright-core'

const HIT = '__hit(1)'

export const MARKUP: readonly string[] = [
  `<script>${HIT}</script>`,
  `<img src=x onerror=${HIT}>`,
  `<svg onload=${HIT}>`,
  `<svg><script>${HIT}</script></svg>`,
  `<svg><animate onbegin=${HIT} attributeName=x dur=1s>`,
  `<svg><use href="data:image/svg+xml,<svg id='x' xmlns='http://www.w3.org/2000/svg'><a href='javascript:${HIT}'/></svg>#x"/></svg>`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${HIT}&gt;">`,
  `<iframe srcdoc="<script>parent.${HIT}</script>"></iframe>`,
  `<iframe src="javascript:parent.${HIT}"></iframe>`,
  `<object data="javascript:${HIT}"></object>`,
  `<embed src="javascript:${HIT}">`,
  `<form action="javascript:${HIT}"><button formaction="javascript:${HIT}" autofocus onfocus=${HIT}>go</button></form>`,
  `<a href="javascript:${HIT}">a link</a>`,
  `<a href=" &#106;avascript:${HIT}">an encoded link</a>`,
  `<a href="java\tscript:${HIT}">a broken link</a>`,
  `<a href="data:text/html,<script>${HIT}</script>">a data link</a>`,
  `<a href="vbscript:${HIT}">an old link</a>`,
  `<body onload=${HIT}>words`,
  `<details open ontoggle=${HIT}>more</details>`,
  `<video><source onerror=${HIT}></video>`,
  `<audio src=x onerror=${HIT}>`,
  `<input autofocus onfocus=${HIT}>`,
  `<p style="background:url(javascript:${HIT})" onclick=${HIT} onmouseover=${HIT}>styled</p>`,
  `<p data-kind="action" data-id="x&quot; onclick=${HIT}" onclick=${HIT}>an entry</p>`,
  `<base href="javascript:${HIT}//">`,
  `<meta http-equiv="refresh" content="0;url=javascript:${HIT}">`,
  `<link rel=stylesheet href="javascript:${HIT}">`,
  `<template><img src=x onerror=${HIT}></template>`,
  `<noscript><p title="</noscript><img src=x onerror=${HIT}>">`,
  `"><img src=x onerror=${HIT}>`,
  `'-${HIT}-'`,
  `{{constructor.constructor('${HIT}')()}}`,
  `\${${HIT}}`,
]

export const ADDRESSES: readonly string[] = [
  `javascript:${HIT}`,
  `JaVaScRiPt:${HIT}`,
  ` javascript:${HIT}`,
  `\u0001javascript:${HIT}`,
  `java\nscript:${HIT}`,
  `javascript://example.org/%0a${HIT}`,
  `data:text/html,<script>${HIT}</script>`,
  `vbscript:${HIT}`,
  `blob:https://example.org/x`,
  `filesystem:https://example.org/x`,
  `https://example.org/" onmouseover="${HIT}`,
  `//example.org/x`,
]

/** Remembers every call of `__hit`, and everything the content security policy had to stop. To be called before the page is opened. */
export async function watchForHits(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const hits: string[] = []
    Object.assign(globalThis, { __hits: hits, __hit: () => hits.push('a script ran') })
    document.addEventListener('securitypolicyviolation', (event) => {
      hits.push(`stopped only by the policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`)
    })
  })
  return () => page.evaluate(() => (globalThis as unknown as { readonly __hits: string[] }).__hits)
}

/** What stands in the document that no words may become: elements that load or run, attributes that run, addresses that run. */
export function findActive(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = []
    for (const element of document.querySelectorAll('*')) {
      if (element.matches('#root iframe, #root object, #root embed, #root script, #root img, #root form[action], base, meta[http-equiv=refresh]'))
        found.push(element.outerHTML.slice(0, 120))
      for (const { name, value } of element.attributes) {
        const isAddress = name === 'href' || name === 'src' || name === 'action' || name === 'formaction'
        if (name.startsWith('on') || (isAddress && !/^(https?:|mailto:|\/|#|\.)/.test(value))) found.push(`${element.tagName} ${name}=${value}`)
      }
    }
    return found
  })
}
