/** The picture of the empty home: two sheets, one over the other, with the pair's first words on them. */

/** Decoration; says nothing the words beside it do not. */
export function EmptyPages() {
  return (
    <svg viewBox="0 0 200 120" width="200" height="120" aria-hidden="true" style={{ marginBottom: '1.75rem', maxWidth: '60%' }}>
      <rect x="34" y="18" width="92" height="96" rx="5" fill="var(--surface)" stroke="var(--hairline)" transform="rotate(-5 80 66)" />
      <rect x="70" y="12" width="96" height="100" rx="5" fill="var(--surface)" stroke="var(--hairline)" transform="rotate(3 118 62)" />
      <g transform="rotate(3 118 62)" strokeWidth="3" strokeLinecap="round" fill="none">
        <path d="M84 34h46" stroke="var(--ink)" opacity="0.75" />
        <path d="M84 50h62M84 62h50" stroke="var(--hairline)" />
        <path d="M84 74h34" stroke="var(--person-0)" />
        <path d="M84 86h58" stroke="var(--person-1)" />
        <path d="M122 69.5v9" stroke="var(--person-0)" strokeWidth="1.5" />
        <path d="M147 81.5v9" stroke="var(--person-1)" strokeWidth="1.5" />
      </g>
    </svg>
  )
}
