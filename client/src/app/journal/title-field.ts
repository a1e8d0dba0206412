/** The field of the open page's title, for what leads there from elsewhere. */

export const TITLE_FIELD = 'page-title'

/** Puts the caret into the title, with all of it marked. */
export function writeTitle(): void {
  const field = document.getElementById(TITLE_FIELD)
  if (!(field instanceof HTMLTextAreaElement)) return
  field.focus()
  field.select()
}
