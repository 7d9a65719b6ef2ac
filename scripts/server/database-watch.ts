import { ownPool } from './own-pool'

/** How often the database is asked, and how long it may take to answer; both in ms. */
const every = 400
const patience = 800

/** What is known of the database at this moment. */
export type DatabaseWatch = {
  /** Asks it now; false after a second at the latest. */
  isReady: () => Promise<boolean>
  /** Whether it has failed to answer twice in a row, at the last two questions. */
  isAway: () => boolean
  /** Calls back whenever it goes away. */
  onAway: (listener: () => void) => void
  close: () => Promise<void>
}

/**
 * Asks the database several times a second whether it answers, over a connection of its own, so that
 * a busy pool does not make it look dead. One late answer is not enough: this process may have been
 * busy itself.
 */
export function databaseWatch(url: string): DatabaseWatch {
  const pool = ownPool(url, { patience })
  const listeners: (() => void)[] = []
  let failures = 0
  let asking: Promise<boolean> | null = null
  let timer: NodeJS.Timeout | undefined
  let closed = false

  const isReady = () => {
    asking ??= pool
      .query('select 1')
      .then(
        () => {
          // Whoever was told that it answers may ask for a page at once.
          failures = 0
          return true
        },
        () => false,
      )
      .finally(() => (asking = null))
    return asking
  }
  const look = async () => {
    const ready = await isReady()
    if (closed) return
    if (!ready) failures += 1
    if (!ready && failures === 2) for (const listener of listeners) listener()
    // A first failure is looked into at once.
    timer = setTimeout(() => void look(), failures === 1 ? 0 : every)
    timer.unref()
  }
  void look()

  return {
    isReady,
    isAway: () => failures >= 2,
    onAway: (listener) => listeners.push(listener),
    close: async () => {
      closed = true
      clearTimeout(timer)
      await pool.end()
    },
  }
}
