/** What runs beside the requests, once per process, from its start on. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { startDailyPurge } = await import('@/server/trash/daily')
  startDailyPurge()
}
