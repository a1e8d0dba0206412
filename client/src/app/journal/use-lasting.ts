/** Whether something has been true for a while, so that what passes quickly is not shown at all. */
import { useEffect, useState } from 'react'

export function useLasting(isTrue: boolean, ms: number): boolean {
  const [hasLasted, setLasted] = useState(false)
  useEffect(() => {
    if (!isTrue) return setLasted(false)
    const waiting = setTimeout(() => setLasted(true), ms)
    return () => clearTimeout(waiting)
  }, [isTrue, ms])
  return isTrue && hasLasted
}
