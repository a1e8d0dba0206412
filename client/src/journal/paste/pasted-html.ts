/**
 * Pasted HTML without the attributes that would run. It is parsed where nothing can run, and only our own blocks and marks come out of it; but browsers report
 * such attributes to the content security policy wherever they are parsed, and a report must stay a sign of trouble.
 */
export function withoutHandlers(html: string): string {
  return html.replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/([\s"'/])on[a-z]+(?=\s*=)/gi, '$1data-dropped'))
}
