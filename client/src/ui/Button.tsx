/** What is pressed to have something done. */
import type { ButtonHTMLAttributes } from 'react'
import styles from './Button.module.css'

/** `filled` for the one thing a screen is about, `default` beside it, `subtle` for what is rarely wanted. */
export type ButtonVariant = 'filled' | 'default' | 'subtle'

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly variant?: ButtonVariant
  /** Among words, and several of them. */
  readonly isSmall?: boolean
  /** As wide as what it stands in. */
  readonly isWide?: boolean
  /** It was pressed and is being done: pressing it again does nothing. */
  readonly isPending?: boolean
  readonly 'data-danger'?: boolean | undefined
}

export function Button({ variant = 'filled', isSmall = false, isWide = false, isPending = false, disabled, className, children, ...others }: ButtonProps) {
  return (
    <button
      type="button"
      {...others}
      {...buttonLook({ variant, isSmall, isWide, className })}
      disabled={disabled || isPending}
      aria-busy={isPending || undefined}
      data-pending={isPending || undefined}
    >
      {/* Its own element, so that the words can go while it is being done and keep their room. */}
      <span className={styles.words}>{children}</span>
    </button>
  )
}

interface Look {
  readonly variant?: ButtonVariant
  readonly isSmall?: boolean
  readonly isWide?: boolean
  readonly className?: string | undefined
}

/** The same look for what is no button: a link. */
export function buttonLook({ variant = 'filled', isSmall = false, isWide = false, className }: Look) {
  return {
    className: className ? `${styles.button} ${className}` : (styles.button ?? ''),
    'data-variant': variant,
    'data-small': isSmall || undefined,
    'data-wide': isWide || undefined,
  }
}
