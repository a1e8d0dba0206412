/** How a greeting calls somebody. */

/** The first word of a name, which is what most people are called by. */
export function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? name
}
