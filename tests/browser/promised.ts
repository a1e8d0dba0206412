/** What is promised within a time, in browsers that share a machine. */

/** Several browsers and servers on two cores make everything so much slower; who waited for a timer that is too long would still wait. */
const CROWDED = 5

/** How long a test waits for what is promised within `milliseconds` on a machine that has room. */
export function promisedWithin(milliseconds: number): { readonly timeout: number } {
  return { timeout: milliseconds * CROWDED }
}
