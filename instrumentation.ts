/** What runs beside the requests, once per process, from its start on. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { warmDatabase } = await import('@/server/db')
  // A database that is away at this moment is no reason not to start.
  await warmDatabase().catch((error: unknown) => console.error(error))
  const { startDailyWork } = await import('@/server/trash/daily')
  startDailyWork()
  const { startResuming } = await import('@/server/imports/resume')
  startResuming()
  const { startDelivering } = await import('@/server/webhooks/deliver')
  startDelivering()
  const { startMailing } = await import('@/server/mail/start')
  startMailing()
  const { startEpoch } = await import('@/server/auth/epoch')
  await startEpoch()
}
