/** The colours of people on the wire: a member's hue is an index, and other programs that join a room know only the colour. */

/** The light palette of the client's tokens: each readable as words on paper. */
const COLORS = ['#bc4025', '#4a5bd4', '#4f7018', '#a23a8c', '#8a5f00', '#1b6fa3', '#6b5a4e', '#7a4bc0'] as const

/** The colour of a hue; indices beyond the palette begin again. */
export function colorOf(hue: number): string {
  return COLORS[hue % COLORS.length] ?? COLORS[0]
}
