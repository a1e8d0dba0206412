/** Words that were begun and not sent, by name: in the page, and beside it in the storage of its tab, from which they come back after a reload. */

export interface WordKeeper {
  find(name: string): string | undefined
  keep(name: string, words: string): void
  forget(name: string): void
}

const PREFIX = 'tandem:begun:'

/** `storage` may throw, as may everything it gives: then the words live as long as the page. */
export function createWordKeeper(storage: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>): WordKeeper {
  const known = new Map<string, string | undefined>()

  function stored<Answer>(act: (place: ReturnType<typeof storage>) => Answer): Answer | undefined {
    try {
      return act(storage())
    } catch {
      return undefined // A browser that keeps nothing, or has no room: nobody need be told of half a comment.
    }
  }

  return {
    find(name) {
      if (!known.has(name)) known.set(name, stored((place) => place.getItem(PREFIX + name)) ?? undefined)
      return known.get(name)
    },
    keep(name, words) {
      known.set(name, words)
      stored((place) => place.setItem(PREFIX + name, words))
    },
    forget(name) {
      known.set(name, undefined)
      stored((place) => place.removeItem(PREFIX + name))
    },
  }
}
