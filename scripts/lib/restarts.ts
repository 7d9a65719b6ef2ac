/** A part of Throughline that runs until it ends: the database, the app. */
export type Part = {
  name: string
  /** Resolves when it has ended, whoever ended it. */
  ended: Promise<unknown>
}

/** What is needed to start a part again; `sleep` resolves early when we are to stop. */
export type Restart<P extends Part> = {
  start: () => Promise<P>
  onStarted: (part: P) => void
  isStopping: () => boolean
  sleep: (ms: number) => Promise<unknown>
  say: (text: string) => void
  now?: () => number
}

/** A part that ran for so long, in ms, is taken to have recovered: it is started again at once. */
const recovered = 10_000
const shortest = 250
const longest = 60_000

/**
 * Starts a part again whenever it ends, at once and then after pauses that grow to a minute, for ever: whatever broke
 * it may be mended meanwhile, such as a full disk, and nobody need be there. Each failure is said
 * with its reason.
 */
export async function keepRunning<P extends Part>(first: P, restart: Restart<P>): Promise<void> {
  const { start, onStarted, isStopping, sleep, say, now = Date.now } = restart
  let part = first
  let pause = 0
  for (;;) {
    const began = now()
    await part.ended
    if (isStopping()) return
    say(`The ${part.name} ended unexpectedly; it is started again.`)
    if (now() - began >= recovered) pause = 0
    for (;;) {
      await sleep(pause)
      if (isStopping()) return
      pause = Math.min(Math.max(2 * pause, shortest), longest)
      try {
        part = await start()
        break
      } catch (error) {
        if (isStopping()) return
        const reason = error instanceof Error ? error.message : String(error)
        say(
          `The ${part.name} could not be started: ${reason}\nUntil it can, nothing is saved. It is tried again in ${seconds(pause)}.`,
        )
      }
    }
    onStarted(part)
    say(`The ${part.name} runs again.`)
  }
}

function seconds(ms: number): string {
  return ms < 1_000 ? 'less than a second' : `${Math.round(ms / 1_000)} seconds`
}
