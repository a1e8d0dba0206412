/** Where to go after signing in. */

/** The wished address when it is a path of this site; anything that could lead elsewhere (`//host`, `/\host`, `https:`) is answered with `home`. */
export function whereNext(wished: string | null, home: string): string {
  return wished !== null && /^\/(?![/\\])[^\s\\]*$/.test(wished) ? wished : home
}
