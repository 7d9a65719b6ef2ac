/** How long something still takes, as roughly as it is known. */
export function timeLeft(seconds: number): string {
  if (seconds < 60) return 'Less than a minute'
  const minutes = Math.round(seconds / 60)
  if (minutes < 90) return minutes === 1 ? 'About a minute' : `About ${minutes} minutes`
  return `About ${Math.round(minutes / 60)} hours`
}
