/**
 * Waits until a server that was started answers at all.
 *
 * @param {string} address
 * @throws Error when it does not within ten seconds.
 */
export async function answers(address) {
  const limit = Date.now() + 10_000
  while (Date.now() < limit) {
    if (await fetch(address).catch(() => null)) return
    // Between two tries; the answer decides, not the time.
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`Nothing answers at ${address}.`)
}
