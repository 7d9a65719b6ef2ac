import { request } from 'node:http'

/** Readers leave the machine to what they wait for. */
const PACE_MS = 25

/** What a reader got: status, body, tag. */
export type Read = { status: number; body: string; headers: Record<string, unknown> }

/** Reads a shared page at one of several addresses of an installation, by its configured name. */
export function read(
  at: string,
  link: string,
  headers: Record<string, string> = {},
): Promise<Read> {
  const { host, pathname, search } = new URL(link)
  return new Promise((resolve, reject) => {
    request(
      new URL(pathname + search, at),
      { headers: { ...headers, host }, agent: false },
      (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            body: Buffer.concat(chunks).toString('utf8'),
            headers: answer.headers,
          }),
        )
        answer.on('error', reject)
      },
    )
      .on('error', reject)
      .end()
  })
}

/**
 * Readers who go on reading at every address while something is changed, until all of them see the
 * change. The clock starts when the first of them sees it, or when `change` has returned.
 *
 * @returns milliseconds until the last answer without it, for each address
 */
export async function untilSeen(
  addresses: readonly string[],
  link: string,
  isSeen: (read: Read) => boolean,
  change: () => Promise<unknown>,
): Promise<number[]> {
  let begin = Infinity
  const readers = addresses.map(async (address) => {
    let lastWithout = 0
    const giveUp = performance.now() + 60_000
    for (;;) {
      const asked = performance.now()
      if (asked > giveUp) throw new Error(`${address} still shows what was there before.`)
      const seen = isSeen(await read(address, link))
      begin = seen ? Math.min(begin, asked) : begin
      if (!seen) lastWithout = performance.now()
      // Whoever saw it reads on for as long as the others have not.
      else if (performance.now() - lastWithout > 2_500) return lastWithout
      // The pace of a reader; what ends the reading is what they see.
      await new Promise((resolve) => setTimeout(resolve, PACE_MS))
    }
  })
  const changed = change().then(() => (begin = Math.min(begin, performance.now())))
  const last = await Promise.all(readers)
  await changed
  return last.map((time) => Math.max(0, time - begin))
}
