import 'server-only'

/**
 * Looks for something to do again and again as long as the app runs, one time after the other. What
 * fails is told and tried again with the next look.
 *
 * @param what as the log names it: “Webhooks”.
 */
export function lookEvery(everyMs: number, what: string, work: () => Promise<void>): void {
  let isAtWork = false
  const look = async () => {
    if (isAtWork) return
    isAtWork = true
    try {
      await work()
    } catch (error) {
      console.error(`${what} were not looked at; it is tried again soon.`, error)
    } finally {
      isAtWork = false
    }
  }
  setInterval(() => void look(), everyMs).unref()
}
