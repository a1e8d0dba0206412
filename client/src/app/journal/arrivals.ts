/** What the address names behind its #, read anew for every step of the browser or the router: a new object each time, so that the same link leads there again. */

/** The events of the browser and those the router adds for its own steps. */
const STEPS = ['popstate', 'hashchange', 'pushState', 'replaceState']

export interface Arrivals<Link> {
  readonly get: () => Link | undefined
  readonly subscribe: (listener: () => void) => () => void
}

/** `read` is given the name as it was before it became part of an address. */
export function createArrivals<Link>(read: (name: string) => Link | undefined): Arrivals<Link> {
  let link: Link | undefined
  let isRead = false
  const readNow = (): Link | undefined => {
    const name = location.hash.slice(1)
    return read(/%(?![\da-f]{2})/i.test(name) ? name : decodeURIComponent(name))
  }
  return {
    get: () => {
      if (!isRead) link = readNow()
      isRead = true
      return link
    },
    subscribe: (listener) => {
      const onStep = (): void => {
        link = readNow()
        listener()
      }
      for (const step of STEPS) window.addEventListener(step, onStep)
      return () => {
        isRead = false
        for (const step of STEPS) window.removeEventListener(step, onStep)
      }
    },
  }
}
