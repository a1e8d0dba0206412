/**
 * The same function for as long as a component lives, doing what the newest one given does. For what is handed to many at once: a new function
 * would have all of them drawn anew. Not to be called while drawing.
 */
import { useLayoutEffect, useRef, useState } from 'react'

export function useSteady<Inputs extends readonly unknown[], Output>(act: (...inputs: Inputs) => Output): (...inputs: Inputs) => Output {
  const newest = useRef(act)
  useLayoutEffect(() => {
    newest.current = act
  })
  const [steady] = useState(
    () =>
      (...inputs: Inputs) =>
        newest.current(...inputs),
  )
  return steady
}
