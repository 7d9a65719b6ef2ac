import type { Browser, BrowserContextOptions, Locator, Page } from '@playwright/test'
import { median } from './turns'

/** Of one look at the lanes. */
export type LanesOrder = {
  url: string
  storageState: BrowserContextOptions['storageState']
  /** How many times slower the processor is made. */
  cpu: number
}

/**
 * Frames while panning and zooming the lanes, in ms and as shares of those with nothing to see, and
 * how long a step of the zoom takes until it is painted.
 */
export async function useLanes(browser: Browser, { url, storageState, cpu }: LanesOrder) {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    ...(storageState && { storageState }),
  })
  context.setDefaultTimeout(20_000)
  try {
    // tsx names functions through a helper that the page does not have.
    await context.addInitScript('globalThis.__name = (work) => work')
    const page = await context.newPage()
    const client = await context.newCDPSession(page)
    await page.goto(url)
    const plot = page.locator('.lanes-plot')
    await page.locator('.lanes-layer:not([class*=hidden])').waitFor()
    await client.send('Emulation.setCPUThrottlingRate', { rate: cpu })
    const zoomed = await frames(page, () => zoom(page, plot))
    await page.keyboard.press('0')
    await quiet(page)
    for (let step = 0; step < 3; step++) await page.keyboard.press('+')
    await quiet(page)
    const panned = await frames(page, () => pan(page, plot))
    const steps = await zoomSteps(page)
    return {
      'p95 pan': panned.p95,
      'worst pan': panned.worst,
      'blank pan': panned.blank,
      'p95 zoom': zoomed.p95,
      'worst zoom': zoomed.worst,
      'blank zoom': zoomed.blank,
      'step of zoom': steps.length > 0 ? median(steps) : NaN,
      'nodes after': await page.evaluate(() => document.querySelectorAll('*').length),
    }
  } finally {
    await context.close()
  }
}

// Pages that were asked for ahead may still come on a slow machine; the measuring goes on then.
async function quiet(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle', { timeout: 5_000 }).catch(() => {})
}

type Frames = { p95: number; worst: number; blank: number }

async function frames(page: Page, work: () => Promise<void>): Promise<Frames> {
  await page.evaluate(() => {
    const seen: NonNullable<typeof globalThis.seen> = { times: [], blank: 0, on: true }
    globalThis.seen = seen
    const look = (now: number) => {
      seen.times.push(now)
      const plot = document.querySelector<HTMLElement>('.lanes-plot')
      const { moving } = plot?.dataset ?? {}
      const [around, layer] = [plot, plot?.querySelector('.lanes-layer:not([class*=hidden])')].map(
        (element) => element?.getBoundingClientRect(),
      )
      // While it moves the canvas is seen, which says what it lacks.
      const lacks =
        moving === undefined
          ? around && (!layer || layer.left > around.left + 1 || layer.right < around.right - 1)
          : moving === 'blank'
      if (lacks) seen.blank += 1
      if (seen.on) requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
  await work()
  return page.evaluate(() => {
    const { seen } = globalThis
    if (!seen) throw new Error('No frames were counted.')
    seen.on = false
    const gaps = seen.times.slice(1).map((time, index) => time - (seen.times[index] ?? time))
    gaps.sort((a, b) => a - b)
    return {
      p95: gaps[Math.floor(gaps.length * 0.95)] ?? 0,
      worst: gaps.at(-1) ?? 0,
      blank: seen.blank / Math.max(1, seen.times.length),
    }
  })
}

async function pan(page: Page, plot: Locator): Promise<void> {
  const box = await plot.boundingBox()
  if (!box) return
  const y = box.y + 10
  for (let sweep = 0; sweep < 4; sweep++) {
    await page.mouse.move(box.x + box.width * 0.9, y)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width * 0.1, y, { steps: 40 })
    await page.mouse.up()
  }
}

async function zoom(page: Page, plot: Locator): Promise<void> {
  const box = await plot.boundingBox()
  if (!box) return
  await page.mouse.move(box.x + box.width * 0.6, box.y + 10)
  await page.keyboard.down('Control')
  // From ten years to a day and back.
  for (let step = 0; step < 60; step++) await page.mouse.wheel(0, -40)
  for (let step = 0; step < 60; step++) await page.mouse.wheel(0, 40)
  await page.keyboard.up('Control')
}

/**
 * How long each step by the key takes from its data, or from the key where they are there, to the
 * paint of the new picture.
 */
async function zoomSteps(page: Page): Promise<number[]> {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.keyboard.press('0')
  await quiet(page)
  const times: number[] = []
  for (let step = 0; step < 8; step++) {
    await page.evaluate(() => {
      const plot = document.querySelector('.lanes-plot')
      globalThis.painted = new Promise<number>((resolve) => {
        let began = Infinity
        addEventListener('keydown', () => (began = performance.now()), {
          once: true,
          capture: true,
        })
        const watch = new MutationObserver(() => {
          if (performance.now() < began) return
          watch.disconnect()
          requestAnimationFrame(() =>
            setTimeout(() => {
              const now = performance.now()
              const ends = performance
                .getEntriesByType('resource')
                .filter(({ name }) => name.includes('/api/lanes'))
                .map((entry) => (entry as PerformanceResourceTiming).responseEnd)
                .filter((end) => end > began && end < now)
              resolve(now - Math.min(...(ends.length > 0 ? ends : [began])))
            }),
          )
        })
        if (plot) watch.observe(plot, { childList: true, subtree: true })
      })
    })
    await page.keyboard.press('+')
    const time = await page.evaluate(() =>
      Promise.race([
        globalThis.painted ?? null,
        // The nearest level draws nothing more, and so would be waited for in vain.
        new Promise<null>((resolve) => setTimeout(() => resolve(null), 3_000)),
      ]),
    )
    // The nearest level has no step beyond it.
    if (time !== null) times.push(time)
    await quiet(page)
  }
  return times
}
