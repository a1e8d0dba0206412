/** Goals out of Markdown or plain lines: the items of a list, or else what stands under each heading, or else every line. */
import { findDay } from './find-day.ts'
import type { FoundGoal } from './parse-plan.ts'

interface Line {
  readonly sort: 'heading' | 'item' | 'plain'
  readonly indent: number
  readonly text: string
}

const HEADING = /^#{1,6}\s+(.*?)\s*#*$/
const ITEM = /^(\s*)(?:[-*+•‣◦]|\d{1,3}[.)])\s+(?:\[[ xX]\]\s*)?(.*)$/
const RULE = /^\s*([-*_=]\s*){3,}$/

export function readLines(text: string): readonly FoundGoal[] {
  const lines = text
    .split('\n')
    .filter((line) => line.trim() !== '' && !RULE.test(line))
    .map(readLine)
  const items = lines.filter(({ sort }) => sort === 'item')
  if (items.length > 0) {
    const top = Math.min(...items.map(({ indent }) => indent))
    // Between two headings, plain words before the first item introduce the list and are no goal.
    return gather(
      lines,
      (line) => line.sort === 'item' && line.indent <= top + 1,
      (line) => line.sort === 'heading',
    )
  }
  // A plan's own title has no words of its own under it.
  const own = lines.filter((line, index) => line.sort === 'heading' && lines[index + 1]?.sort === 'plain')
  if (own.length > 0)
    return gather(
      lines,
      (line) => own.includes(line),
      (line) => line.sort === 'heading',
    )
  return gather(
    lines,
    () => true,
    () => false,
  )
}

function readLine(line: string): Line {
  const heading = HEADING.exec(line)
  if (heading) return { sort: 'heading', indent: 0, text: heading[1] ?? '' }
  const item = ITEM.exec(line)
  if (item) return { sort: 'item', indent: (item[1] ?? '').replaceAll('\t', '    ').length, text: item[2] ?? '' }
  return { sort: 'plain', indent: 0, text: line.replace(/^\s*>\s?/, '').trim() }
}

/** Each line that begins a goal, with the lines up to the next as its note. A line that ends goals begins none. */
function gather(lines: readonly Line[], begins: (line: Line) => boolean, ends: (line: Line) => boolean): readonly FoundGoal[] {
  const goals: { text: string; notes: string[] }[] = []
  let open: { text: string; notes: string[] } | undefined
  for (const line of lines) {
    if (begins(line)) {
      open = { text: line.text, notes: [] }
      goals.push(open)
    } else if (ends(line)) open = undefined
    else open?.notes.push(line.text)
  }
  return goals.map(({ text, notes }) => ({ text, note: notes.join('\n'), day: findDay([text, ...notes].join('\n')) }))
}
