/** The picture of the empty inbox: a tray with nothing in it, and the pair's two circles resting on its edge. */

/** Decoration; says nothing the words beside it do not. */
export function EmptyTray() {
  return (
    <svg viewBox="0 0 200 110" width="200" height="110" aria-hidden="true" style={{ marginBottom: '1.5rem', maxWidth: '60%' }}>
      <path d="M40 58 56 24h88l16 34v32a8 8 0 0 1-8 8H48a8 8 0 0 1-8-8Z" fill="var(--surface)" stroke="var(--edge)" strokeWidth="1.5" strokeLinejoin="round" />
      <path d="M40 58h34c4 0 6 3 7 7s4 9 9 9h20c5 0 8-5 9-9s3-7 7-7h34" fill="none" stroke="var(--edge)" strokeWidth="1.5" strokeLinejoin="round" />
      <circle cx="93" cy="42" r="9" fill="var(--mark-0)" opacity="0.9" />
      <circle cx="106" cy="42" r="9" fill="var(--mark-1)" opacity="0.9" />
      <path d="M99.5 35.8a9 9 0 0 1 0 12.4 9 9 0 0 1 0-12.4Z" fill="var(--mark-both)" />
    </svg>
  )
}
