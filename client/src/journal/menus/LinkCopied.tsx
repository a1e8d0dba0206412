/** Says for a moment that a link is on the clipboard: nothing else on the screen shows it. */
import { useEffect, useState } from 'react'
import { pageWords } from '../../words/page.ts'
import styles from './LinkCopied.module.css'

const SHOWN = 2_400

/** Said anew for every new number; not for 0. */
export function LinkCopied({ copies }: { readonly copies: number }) {
  const [said, setSaid] = useState(0)
  useEffect(() => {
    if (copies === 0) return undefined
    const hiding = setTimeout(() => setSaid(copies), SHOWN)
    return () => clearTimeout(hiding)
  }, [copies])
  return (
    <p role="status" className={said === copies ? 'only-heard' : styles.said}>
      {said === copies ? '' : pageWords.blockMenu.linkCopied}
    </p>
  )
}
