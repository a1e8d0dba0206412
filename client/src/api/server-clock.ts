/** The server's clock beside ours, which may be wrong by hours. Known only within bounds: its answer was made somewhere between asking and hearing. */
import type { Millis } from '@tandem/shared/ids.ts'

interface Ahead {
  readonly least: Millis
  readonly most: Millis
}

let ahead: Ahead | undefined

/** Told by an answer that says the server's time, never by a kept one. */
export function noteServerTime(theirs: Millis, { asked, heard }: { readonly asked: Millis; readonly heard: Millis }): void {
  // Our clock was set back meanwhile.
  if (heard < asked) return
  ahead = { least: theirs - heard, most: theirs - asked }
}

/** What the server's clock says when ours says this: at the earliest, or at the latest. `undefined` before it has said anything. */
export function serverTime(ours: Millis, bound: keyof Ahead): Millis | undefined {
  return ahead && ours + ahead[bound]
}
