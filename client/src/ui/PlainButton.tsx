/** A button without a look of its own: what it looks like is its owner's. */
import type { ButtonHTMLAttributes } from 'react'
import styles from './PlainButton.module.css'

export function PlainButton({ className = '', ...others }: ButtonHTMLAttributes<HTMLButtonElement>) {
  return <button type="button" {...others} className={`${styles.plain} ${className}`} />
}
