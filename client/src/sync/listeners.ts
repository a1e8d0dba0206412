/** A set of those who want to be told, of something or of no more than that it is time to look. */

export interface Listeners<News = void> {
  /** Returns the way to stop listening. */
  add(listener: (news: News) => void): () => void
  tell(news: News): void
}

export function createListeners<News = void>(): Listeners<News> {
  const all = new Set<(news: News) => void>()
  return {
    add(listener) {
      all.add(listener)
      return () => all.delete(listener)
    },
    tell(news) {
      for (const listener of all) listener(news)
    },
  }
}
