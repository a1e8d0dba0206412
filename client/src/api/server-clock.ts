/** The server's clock beside ours, which may be wrong by hours. */
import type { Millis } from '@tandem/shared/ids.ts'

let ahead: Millis | undefined

/** Told by an answer that says the server's time, never by a kept one: it was made somewhere between asking and hearing. */
export function noteServerTime(theirs: Millis, { asked, heard }: { readonly asked: Millis; readonly heard: Millis }): void {
  ahead = theirs - (asked + heard) / 2
}

/** What the server's clock says when ours says this; `undefined` before it has said anything. */
export function serverTime(ours: Millis): Millis | undefined {
  return ahead === undefined ? undefined : Math.round(ours + ahead)
}
