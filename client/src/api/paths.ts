/** The addresses of the screens. */

export const HOME = '/'
export const SIGN_IN = '/sign-in'
export const SIGN_UP = '/sign-up'
export const NEW_JOURNAL = '/new'
export const SETTINGS = '/settings'
export const INBOX = '/inbox'
export const NOTICE_ARCHIVE = '/inbox/archive'

/** The address of one journal, or of one page in it. */
export function journalPath(id: string, page?: string): string {
  return page === undefined ? `/j/${id}` : `/j/${id}/${page}`
}

/** The permanent address of a block. The page is where it stands now; the block is found wherever it is. */
export function blockPath(journal: string, page: string, block: string): string {
  return `${journalPath(journal, page)}#${encodeURIComponent(block)}`
}

/** How the name of a thread begins behind the #, where otherwise a block's stands. The server writes it in mails too. */
export const THREAD_LINK = 'thread-'

/** The permanent address of a thread. The page is where it began, if it is known; the thread is found wherever its words are. */
export function threadPath(journal: string, thread: string, page?: string): string {
  return `${journalPath(journal, page)}#${THREAD_LINK}${encodeURIComponent(thread)}`
}
