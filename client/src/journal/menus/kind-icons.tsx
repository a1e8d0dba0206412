/** A small sign for every kind, in menus; of structured kinds the one they have on the page. */
import {
  IconBlockquote,
  IconCode,
  IconH1,
  IconH2,
  IconH3,
  IconLetterT,
  IconList,
  IconListNumbers,
  IconMessageCircle,
  IconMinus,
  IconPhoto,
  type TablerIcon,
} from '@tabler/icons-react'
import { SIGN_PATHS } from '../entry/signs.ts'

const ICONS: Readonly<Record<string, TablerIcon>> = {
  text: IconLetterT,
  heading1: IconH1,
  heading2: IconH2,
  heading3: IconH3,
  bullet: IconList,
  numbered: IconListNumbers,
  quote: IconBlockquote,
  codeBlock: IconCode,
  divider: IconMinus,
  file: IconPhoto,
}

export function KindIcon({ kind }: { readonly kind: string }) {
  const paths = SIGN_PATHS[kind]
  if (paths) {
    return (
      <svg
        width={18}
        height={18}
        viewBox="0 0 20 20"
        fill="none"
        stroke="currentColor"
        strokeWidth={1.6}
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden
      >
        {paths.map((path) => (
          <path key={path} d={path} />
        ))}
      </svg>
    )
  }
  const Icon = ICONS[kind] ?? IconMessageCircle
  return <Icon size={18} stroke={1.6} aria-hidden />
}
