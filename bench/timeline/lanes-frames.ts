// npx tsx bench/timeline/lanes-frames.ts URL EMAIL PASSWORD SLUG …
// Frames while panning and zooming the lanes, and how long a step of the zoom takes until it is
// painted, at the machine's own speed and four times slower; on a running instance.
import { chromium, type Locator, type Page } from '@playwright/test'

const [url = '', email = '', password = '', ...slugs] = process.argv.slice(2)
const browser = await chromium.launch({
  ...(process.env.THROUGHLINE_CHROMIUM && { executablePath: process.env.THROUGHLINE_CHROMIUM }),
  args: ['--no-sandbox', '--disable-gpu'],
})

for (const slug of slugs)
  for (const slower of [1, 4]) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
    // tsx names functions through a helper that the page does not have.
    await context.addInitScript('globalThis.__name = (work) => work')
    const page = await context.newPage()
    await page.goto(`${url}/sign-in`)
    await page.getByLabel('E-mail').fill(email)
    await page.getByLabel('Password', { exact: true }).fill(password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL(/campaigns/)
    const client = await context.newCDPSession(page)
    await page.goto(`${url}/campaigns/${slug}/lanes`)
    const plot = page.locator('.lanes-plot')
    await page.locator('.lanes-layer[style]').waitFor()
    await client.send('Emulation.setCPUThrottlingRate', { rate: slower })
    const zoomed = await frames(page, () => zoom(page, plot))
    await page.keyboard.press('0')
    await page.waitForLoadState('networkidle')
    for (let step = 0; step < 3; step++) await page.keyboard.press('+')
    await page.waitForLoadState('networkidle')
    const panned = await frames(page, () => pan(page, plot))
    const steps = await zoomSteps(page)
    const nodes = await page.evaluate(() => document.querySelectorAll('*').length)
    const script = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .filter(({ name }) => name.includes('/_next/') && name.includes('.js'))
        .reduce((sum, entry) => sum + (entry as PerformanceResourceTiming).encodedBodySize, 0),
    )
    console.log(
      `${slug.padEnd(10)} ${slower}×  pan ${said(panned)}  zoom ${said(zoomed)}  steps ms ${steps.map((ms) => Math.round(ms)).join(' ')}  nodes ${nodes}  script KB ${Math.round(script / 1_024)}`,
    )
    await context.close()
  }
await browser.close()

type Frames = { p95: number; worst: number; count: number; blank: number }

function said({ p95, worst, count, blank }: Frames): string {
  return `p95 ${p95.toFixed(1)} worst ${worst.toFixed(0)} of ${count}, blank ${blank}`
}

async function frames(page: Page, work: () => Promise<void>): Promise<Frames> {
  await page.evaluate(() => {
    const seen = { times: [] as number[], blank: 0, on: true }
    Object.assign(globalThis, { seen })
    const look = (now: number) => {
      seen.times.push(now)
      const plot = document.querySelector('.lanes-plot')?.getBoundingClientRect()
      const layer = document.querySelector('.lanes-layer[style]')?.getBoundingClientRect()
      if (plot && (!layer || layer.left > plot.left + 1 || layer.right < plot.right - 1))
        seen.blank += 1
      if (seen.on) requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
  await work()
  return page.evaluate(() => {
    const { seen } = globalThis as unknown as {
      seen: { times: number[]; blank: number; on: boolean }
    }
    seen.on = false
    const gaps = seen.times.slice(1).map((time, index) => time - (seen.times[index] ?? time))
    gaps.sort((a, b) => a - b)
    return {
      p95: gaps[Math.floor(gaps.length * 0.95)] ?? 0,
      worst: gaps.at(-1) ?? 0,
      count: gaps.length,
      blank: seen.blank,
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
  await page.waitForLoadState('networkidle')
  const times: number[] = []
  for (let step = 0; step < 8; step++) {
    await page.evaluate(() => {
      const plot = document.querySelector('.lanes-plot')
      const kept = globalThis as unknown as { painted: Promise<number> }
      kept.painted = new Promise<number>((resolve) => {
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
    times.push(
      await page.evaluate(() => (globalThis as unknown as { painted: Promise<number> }).painted),
    )
    await page.waitForLoadState('networkidle')
  }
  return times
}
