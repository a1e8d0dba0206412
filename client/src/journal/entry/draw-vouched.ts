/** Draws on the page what people vouch for of a block: their dots, and a strip of values. Its words are in the line's label. */
import { personColour, personShape } from '../../ui/hue.ts'
import { STRIP, stripPath } from '../../ui/strip-path.ts'
import type { VouchedLine } from '../../ui/vouched-line.ts'

const SVG = 'http://www.w3.org/2000/svg'

export function drawVouched({ dots, strip }: VouchedLine): Element[] {
  return [...(strip.length > 1 ? [drawStrip(strip)] : []), ...(dots.length > 0 ? [drawDots(dots)] : [])]
}

function drawDots(dots: VouchedLine['dots']): Element {
  const all = document.createElement('span')
  all.className = 'entry-dots'
  all.setAttribute('aria-hidden', 'true')
  for (const { hue, isFilled } of dots) {
    const dot = document.createElement('i')
    dot.dataset['filled'] = String(isFilled)
    dot.style.color = personColour(hue)
    dot.style.borderRadius = personShape(hue)
    all.append(dot)
  }
  return all
}

function drawStrip(values: readonly number[]): Element {
  const svg = document.createElementNS(SVG, 'svg')
  svg.setAttribute('class', 'entry-strip')
  svg.setAttribute('viewBox', `0 0 ${STRIP.width} ${STRIP.height}`)
  svg.setAttribute('width', String(STRIP.width))
  svg.setAttribute('height', String(STRIP.height))
  svg.setAttribute('aria-hidden', 'true')
  const line = document.createElementNS(SVG, 'path')
  line.setAttribute('d', stripPath(values).line)
  const end = document.createElementNS(SVG, 'circle')
  const { x, y } = stripPath(values).end
  end.setAttribute('cx', String(x))
  end.setAttribute('cy', String(y))
  end.setAttribute('r', '2')
  svg.append(line, end)
  return svg
}
