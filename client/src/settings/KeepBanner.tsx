/** Reminds somebody who came by a link that only this browser knows them. */
import type { Me } from '@tandem/shared/contracts/me.ts'
import { Link } from 'wouter'
import { SETTINGS } from '../api/paths.ts'
import { Banner } from '../ui/Banner.tsx'
import { words } from '../words/words.ts'

interface KeepBannerProps {
  readonly me: Me
}

/** Draws nothing for those who have an e-mail. */
export function KeepBanner({ me }: KeepBannerProps) {
  if (me.email !== null) return null
  return (
    <Banner action={<Link href={SETTINGS}>{words.keep.bannerAction}</Link>}>
      {words.keep.banner} {words.keep.bannerWhy}
    </Banner>
  )
}
