/** Waiting for a fact, not for time. */

/** Resolves with what `look` gives once it gives something truthy, and rejects with `what` when it has not within the time. */
export async function eventually<Fact>(what: string, look: () => Fact | Promise<Fact>, within = 20_000): Promise<NonNullable<Fact>> {
  const deadline = performance.now() + within
  for (;;) {
    const fact = await look()
    if (fact) return fact
    if (performance.now() > deadline) throw new Error(`Did not happen within ${within} ms: ${what}`)
    await new Promise((resolve) => {
      setTimeout(resolve, 5)
    })
  }
}
