/** What runs beside the requests, from the start of a process on. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { warmDatabase } = await import('@/server/db')
  // A database that is away at this moment is no reason not to start.
  await warmDatabase().catch((error: unknown) => console.error(error))
  if ((process.env.THROUGHLINE_PROCESS ?? '1') === '1') await startJobs()
  const { startEpoch } = await import('@/server/auth/epoch')
  await startEpoch()
}

/** What is done without being asked for, in one of the processes that share a machine. */
async function startJobs(): Promise<void> {
  const { startDailyWork } = await import('@/server/trash/daily')
  startDailyWork()
  const { startResuming } = await import('@/server/imports/resume')
  startResuming()
  const { startDelivering } = await import('@/server/webhooks/deliver')
  startDelivering()
  const { startMailing } = await import('@/server/mail/start')
  startMailing()
}
