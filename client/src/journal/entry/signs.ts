/** The signs in the gutter: one small drawing per kind of structured block. */

const SVG = 'http://www.w3.org/2000/svg'

/** The lines of each sign, in a square of 20. */
export const SIGN_PATHS: Readonly<Record<string, readonly string[]>> = {
  expectation: ['M10 3.6 16.4 10 10 16.4 3.6 10Z'],
  goal: ['M10 3.2a6.8 6.8 0 1 0 0 13.6 6.8 6.8 0 0 0 0-13.6Z', 'M10 7.6a2.4 2.4 0 1 0 0 4.8 2.4 2.4 0 0 0 0-4.8Z'],
  topic: ['M6.6 4.4 14 10l-7.4 5.6Z'],
  action: ['M5.4 3.8h9.2a1.6 1.6 0 0 1 1.6 1.6v9.2a1.6 1.6 0 0 1-1.6 1.6H5.4a1.6 1.6 0 0 1-1.6-1.6V5.4a1.6 1.6 0 0 1 1.6-1.6Z'],
}

/** In an action's box: done, and ended otherwise. */
export const TICK = 'm6.4 10.3 2.4 2.4 4.8-5.4'
export const DASH = 'M6.6 10h6.8'

/** Draws the sign of a kind; `undefined` for kinds without one. */
export function drawSign(kind: string): SVGSVGElement | undefined {
  const paths = SIGN_PATHS[kind]
  if (!paths) return undefined
  return drawing(kind === 'action' ? [...paths, TICK, DASH] : paths)
}

function drawing(paths: readonly string[]): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg')
  svg.setAttribute('viewBox', '0 0 20 20')
  svg.setAttribute('aria-hidden', 'true')
  for (const path of paths) {
    const line = document.createElementNS(SVG, 'path')
    line.setAttribute('d', path)
    if (path === TICK) line.classList.add('sign-tick')
    if (path === DASH) line.classList.add('sign-dash')
    svg.append(line)
  }
  return svg
}
