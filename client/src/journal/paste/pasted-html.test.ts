import { expect, test } from 'vitest'
import { withoutHandlers } from './pasted-html.ts'

test.each([
  ['<p onclick=go() class="a">words</p>', '<p data-dropped=go() class="a">words</p>'],
  ['<img src=x onerror = go()>', '<img src=x data-dropped = go()>'],
  ['<svg/onload=go()>', '<svg/data-dropped=go()>'],
  ['<a href="x"ONFOCUS=go()>x</a>', '<a href="x"data-dropped=go()>x</a>'],
])('%s runs nothing', (html, safe) => {
  expect(withoutHandlers(html)).toBe(safe)
})

test('words are left alone', () => {
  const html = '<p>turn it on = yes, once=1, onset</p><code>onclick = go()</code>'
  expect(withoutHandlers(html)).toBe(html)
})
