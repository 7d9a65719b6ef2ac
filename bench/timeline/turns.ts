/** Server time of one view's queries beside the bare SQL of the same rows: medians in ms. */
export type QueryTime = { view: string; ours: number; bare: number }

type Work = () => Promise<unknown>

/** Takes each in turn, so that what else the machine does falls on both alike. */
export async function inTurns(view: string, rounds: number, ours: Work, bare: Work) {
  const times = { ours: [] as number[], bare: [] as number[] }
  await ours()
  await bare()
  for (let round = 0; round < rounds; round++) {
    times.ours.push(await timed(ours))
    times.bare.push(await timed(bare))
  }
  return { view, ours: median(times.ours), bare: median(times.bare) } satisfies QueryTime
}

/** The one in the middle, or 0 of none. */
export function median(times: number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
}

async function timed(work: Work): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}
