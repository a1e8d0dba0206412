/** Styles that would make every keystroke expensive are not written. */
import { expect, test } from 'vitest'
import { listFiles, readText } from './sources.ts'

/** What holds the page's words, from outside in, and the words themselves. */
const AROUND_THE_WORDS =
  /(^|[\s>+~,])(:root|html|body|\.screen|\.middle|\.area|\.spread|(article)?\.column|\.page|\.page-host|\.page-words|\.entry)[^\s>+~,{]*:has\(/m

test('nothing around the words of a page is styled by what is in it: the browser would ask again, and draw everything below anew, at every keystroke', () => {
  const styles = listFiles().filter((path) => path.startsWith('client/src/') && path.endsWith('.css'))
  expect(styles.length).toBeGreaterThan(40)
  expect(styles.filter((path) => AROUND_THE_WORDS.test(readText(path)))).toEqual([])
})
