/** A person's colour and shape. Colour is never alone: a shape and initials go with it. */

/** How many hues the palette has; further people begin again. */
export const HUES = 8

/** The CSS colour of a person's hue: dots, carets, names. Readable as words on paper. */
export function personColour(hue: number): string {
  return `var(--person-${hue % HUES})`
}

/** The quiet ground in a person's hue, for highlights and selections. */
export function personSoftColour(hue: number): string {
  return `var(--person-${hue % HUES}-soft)`
}

const SHAPES = ['50%', '30%', '50% 50% 50% 10%', '10% 50% 50% 50%'] as const

/** The `border-radius` that gives a person's dots and faces their shape; the first two differ most. */
export function personShape(hue: number): string {
  return SHAPES[hue % SHAPES.length] ?? '50%'
}
