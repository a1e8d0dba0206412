/** A link that looks like a button: it goes somewhere, it does nothing. */
import { Button, type ButtonVariant } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from 'wouter'

interface ButtonLinkProps {
  readonly href: string
  readonly variant?: ButtonVariant
  readonly children: ReactNode
}

/** Can be opened in another tab, as every link can. */
export function ButtonLink({ href, variant = 'filled', children }: ButtonLinkProps) {
  return (
    <Button component={Link} href={href} variant={variant}>
      {children}
    </Button>
  )
}
