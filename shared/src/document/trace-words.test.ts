import { expect, test } from 'vitest'
import { type Rewording, traceWords } from './trace-words.ts'

/** New words in +…+, gone ones in -…-, with the first letter of who did it. */
function told(rewordings: readonly Rewording<string>[], now: string): string {
  return traceWords(rewordings, now)
    .map(({ text, kind, by }) => (kind === 'kept' ? text : kind === 'new' ? `+${by}:${text}+` : `-${by}:${text}-`))
    .join('')
}

test('new words and gone words of one person', () => {
  expect(told([{ was: 'Ship the beta', became: 'Ship the alpha soon', by: 'B' }], 'Ship the alpha soon')).toBe('Ship the -B:beta-+B:alpha soon+')
})

test('words rewritten one after another are one phrase, old before new', () => {
  const rewordings = [{ was: 'about what went well', became: 'about as you said well', by: 'B' }]
  expect(told(rewordings, 'about as you said well')).toBe('about -B:what went-+B:as you said+ well')
})

test('words of two are told apart, and what was taken away again is nowhere', () => {
  const rewordings = [
    { was: 'One', became: 'One two three', by: 'B' },
    { was: 'One two three', became: 'One three four', by: 'C' },
  ]
  expect(told(rewordings, 'One three four')).toBe('One+B: three++C: four+')
})

test('what the reader wrote since is nobody’s news', () => {
  expect(told([{ was: 'One', became: 'One two', by: 'B' }], 'Well, one: One two, or not')).toBe('Well, one: One+B: two+, or not')
  expect(told([{ was: 'One', became: 'One two', by: 'B' }], 'One')).toBe('One')
})

test('a gap between two rewordings is nobody’s', () => {
  const rewordings = [
    { was: 'One', became: 'One two', by: 'B' },
    { was: 'One two mine', became: 'One two mine his', by: 'B' },
  ]
  expect(told(rewordings, 'One two mine his')).toBe('One+B: two+ mine+B: his+')
})

test('the kept and new pieces together are the words of now, whatever was written', () => {
  const texts = ['', 'a b c', 'c b a', 'a  b\nc', 'd', 'a b c d e', '🙂 b', 'שלום b']
  for (const was of texts) {
    for (const became of texts) {
      for (const now of texts) {
        const segments = traceWords([{ was, became, by: 'B' }], now)
        expect(
          segments
            .filter(({ kind }) => kind !== 'gone')
            .map(({ text }) => text)
            .join(''),
        ).toBe(now)
      }
    }
  }
})
