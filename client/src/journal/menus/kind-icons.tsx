/** A small sign for every kind, in menus. */
import {
  IconBlockquote,
  IconCircleDot,
  IconCode,
  IconDiamond,
  IconH1,
  IconH2,
  IconH3,
  IconLetterT,
  IconList,
  IconListNumbers,
  IconMessageCircle,
  IconMinus,
  IconPlayerPlay,
  IconSquareCheck,
  type TablerIcon,
} from '@tabler/icons-react'

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
  expectation: IconDiamond,
  goal: IconCircleDot,
  action: IconSquareCheck,
  topic: IconPlayerPlay,
}

export function KindIcon({ kind }: { readonly kind: string }) {
  const Icon = ICONS[kind] ?? IconMessageCircle
  return <Icon size={18} stroke={1.6} aria-hidden />
}
