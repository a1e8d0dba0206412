import { expect, test } from 'vitest'
import { html } from './html.ts'

test('words are words, wherever they stand', () => {
  const words = `"><img src=x onerror='alert(1)'>&amp;`
  expect(html`<a title="${words}">${words}</a>`.text).toBe(
    '<a title="&quot;&gt;&lt;img src=x onerror=&#39;alert(1)&#39;&gt;&amp;amp;">&quot;&gt;&lt;img src=x onerror=&#39;alert(1)&#39;&gt;&amp;amp;</a>',
  )
})

test('HTML in HTML stays what it is', () => {
  expect(html`<ul>${['a', '<b>'].map((word) => html`<li>${word}</li>`)}</ul>`.text).toBe('<ul><li>a</li><li>&lt;b&gt;</li></ul>')
})
