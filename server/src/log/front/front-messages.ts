/** What is asked of the thread that writes the front. */
export type FrontJob =
  /** Makes the file of this number, in place of one that an earlier try left, and goes on in it. */
  | { readonly kind: 'begin'; readonly number: number; readonly record: Uint8Array }
  /** Writes behind what is there, and waits until the disk has it. */
  | { readonly kind: 'append'; readonly record: Uint8Array }
  | { readonly kind: 'remove'; readonly numbers: readonly number[] }
