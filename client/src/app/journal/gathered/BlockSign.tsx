/** The sign of a block outside its page: the same drawing. */
import { DASH, SIGN_PATHS, TICK } from '../../../journal/entry/signs.ts'

const MARKS: Readonly<Record<string, string>> = { 'action-done': TICK, 'action-ended': DASH }

/** An action's box also comes as `action-done` and `action-ended`. */
export function BlockSign({ kind }: { readonly kind: string }) {
  const mark = MARKS[kind]
  const paths = [...(SIGN_PATHS[mark ? 'action' : kind] ?? []), ...(mark ? [mark] : [])]
  return (
    <svg
      width={18}
      height={18}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {paths.map((path) => (
        <path key={path} d={path} />
      ))}
    </svg>
  )
}
