/** Opens the journal at this address: who is asking, what the server says of it, then the screen. */
export function JournalRoute({ journal, page }: { readonly journal: string; readonly page: string | undefined }) {
  return (
    <main>
      {journal} {page}
    </main>
  )
}
