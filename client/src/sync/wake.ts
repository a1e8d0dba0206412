/** Tells when the world outside the page changed: the network came or went, or the person came back to the page. */

interface Wake {
  /** A good moment to connect. */
  readonly onReturn: () => void
  /** The system says that the network is gone, which need not be true of this server. */
  readonly onOffline: () => void
}

/** Returns the way to stop listening. */
export function listenToWorld({ onReturn, onOffline }: Wake): () => void {
  const onVisible = (): void => {
    if (document.visibilityState === 'visible') onReturn()
  }
  window.addEventListener('online', onReturn)
  window.addEventListener('focus', onReturn)
  window.addEventListener('offline', onOffline)
  document.addEventListener('visibilitychange', onVisible)
  return () => {
    window.removeEventListener('online', onReturn)
    window.removeEventListener('focus', onReturn)
    window.removeEventListener('offline', onOffline)
    document.removeEventListener('visibilitychange', onVisible)
  }
}
