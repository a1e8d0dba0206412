/** Puts the permanent link of a thread on the clipboard, and says so for a moment. */
import { IconLink } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { commentWords as say } from '../words/comments.ts'
import styles from './Thread.module.css'

const SAID = 2_400

export function CopyLink({ link }: { readonly link: string }) {
  const [copies, setCopies] = useState(0)
  const [said, setSaid] = useState(0)
  useEffect(() => {
    if (copies === 0) return undefined
    const hiding = setTimeout(() => setSaid(copies), SAID)
    return () => clearTimeout(hiding)
  }, [copies])
  const isSaid = copies > said
  return (
    <>
      <button type="button" className={styles.act} onClick={() => void navigator.clipboard.writeText(link).then(() => setCopies(copies + 1))}>
        <IconLink size={16} stroke={1.75} aria-hidden />
        {isSaid ? say.linkCopied : say.copyLink}
      </button>
      <span className="only-heard" role="status">
        {isSaid && say.linkCopied}
      </span>
    </>
  )
}
