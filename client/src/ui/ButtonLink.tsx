/** A link that looks like a button: it goes somewhere, it does nothing. */
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { type ButtonVariant, buttonLook } from './Button.tsx'

interface ButtonLinkProps {
  readonly href: string
  readonly variant?: ButtonVariant
  readonly children: ReactNode
}

/** Can be opened in another tab, as every link can. */
export function ButtonLink({ href, variant = 'filled', children }: ButtonLinkProps) {
  return (
    <Link href={href} {...buttonLook({ variant })}>
      {children}
    </Link>
  )
}
