/* global document, innerHeight, innerWidth, requestAnimationFrame, PerformanceObserver, MessageChannel */
import { chromium } from '@playwright/test'
import { findChromium } from '../../scripts/lib/chromium.ts'

const options = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
]
/** A phone with a slow connection: 1.6 Mbit/s, 150 ms. */
const slow = { offline: false, latency: 150, downloadThroughput: 2e5, uploadThroughput: 93_750 }
const quiet = 700
const limit = 40_000

/** A Chromium, ours or the system's. */
export function launch() {
  const program = findChromium(chromium.executablePath())
  return chromium.launch({ ...(program && { executablePath: program }), args: options })
}

/**
 * What one visit costs, in ms and bytes as they were sent: `first` until an entry is painted on the
 * screen, `usable` until nothing is fetched and no task of over 50 ms runs for a while after it,
 * `blocking` what long tasks take beyond 50 ms.
 *
 * @typedef {{ first: number, usable: number, blocking: number, nodes: number,
 *   bytes: Record<string, number>, scripts: string[] }} Visit
 */

/**
 * Visits a page with an empty cache and hands it to `then` while it is open.
 *
 * @template T
 * @param {import('@playwright/test').Browser} browser
 * @param {object} order
 * @param {string} order.url
 * @param {string} order.entry selector of an entry
 * @param {number} [order.cpu] how many times slower the processor is made
 * @param {boolean} [order.phone] whether the network is slow
 * @param {import('@playwright/test').BrowserContextOptions['storageState']} [order.storageState]
 * @param {(page: import('@playwright/test').Page, cdp: import('@playwright/test').CDPSession)
 *   => Promise<T>} [order.then]
 * @returns {Promise<{ visit: Visit, more: T | undefined }>}
 */
export async function visit(browser, { url, entry, cpu = 1, phone = false, storageState, then }) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    ...(storageState && { storageState }),
  })
  try {
    const page = await context.newPage()
    const cdp = await context.newCDPSession(page)
    await page.addInitScript(`(${probe.toString()})(${JSON.stringify(entry)})`)
    await cdp.send('Network.enable')
    /** @type {Map<string, { type: string, url: string }>} */
    const asked = new Map()
    /** @type {Record<string, number>} */
    const bytes = {}
    let open = 0
    cdp.on('Network.requestWillBeSent', ({ requestId, type = 'Other', request }) => {
      if (request.url.startsWith('data:') || asked.has(requestId)) return
      asked.set(requestId, { type, url: request.url })
      open += 1
    })
    cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const found = asked.get(requestId)
      if (!found) return
      bytes[found.type] = (bytes[found.type] ?? 0) + encodedDataLength
      open -= 1
    })
    cdp.on('Network.loadingFailed', ({ requestId }) => {
      if (asked.has(requestId)) open -= 1
    })
    if (phone) await cdp.send('Network.emulateNetworkConditions', slow)
    if (cpu > 1) await cdp.send('Emulation.setCPUThrottlingRate', { rate: cpu })
    await page.goto(url, { waitUntil: 'commit', timeout: limit })
    const seen = await settled(page, () => open <= 0)
    const scripts = [...asked.values()].filter(({ type }) => type === 'Script')
    const visited = { ...seen, bytes: { ...bytes }, scripts: scripts.map((one) => one.url) }
    return { visit: visited, more: await then?.(page, cdp) }
  } finally {
    await context.close()
  }
}

/**
 * @param {import('@playwright/test').Page} page
 * @param {() => boolean} idle
 */
async function settled(page, idle) {
  const end = Date.now() + limit
  while (Date.now() < end) {
    // Between two looks; asking more often would be work for the page that is measured.
    await new Promise((resolve) => setTimeout(resolve, 100))
    const now = await page.evaluate(() => globalThis.bench?.state())
    if (now?.first && now.complete && idle() && now.now - now.last > quiet) {
      const { first, last, blocking, nodes } = now
      return { first, usable: last, blocking, nodes }
    }
  }
  throw new Error(`${page.url()} was not usable within ${limit / 1_000} s.`)
}

/**
 * Runs in the page before anything else.
 *
 * @param {string} entry
 */
function probe(entry) {
  /** @type {[number, number][]} */
  const long = []
  let first = 0
  const watch = new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) long.push([startTime, duration])
  })
  watch.observe({ type: 'longtask', buffered: true })
  const painted = (/** @type {() => void} */ then) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = then
    port2.postMessage(0)
  }
  const shows = () =>
    [...document.querySelectorAll(entry)].slice(0, 60).some((element) => {
      const box = element.getBoundingClientRect()
      return (
        box.width * box.height > 0 &&
        box.bottom > 0 &&
        box.top < innerHeight &&
        element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
      )
    })
  const look = () => {
    if (shows()) painted(() => (first = performance.now()))
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
  globalThis.bench = {
    state: () => {
      const [visit] = performance.getEntriesByType('navigation')
      const ends = performance.getEntriesByType('resource').map((one) => one.responseEnd)
      const tasks = long.map(([start, duration]) => start + duration)
      return {
        now: performance.now(),
        first,
        complete: document.readyState === 'complete',
        last: Math.max(first, visit?.domContentLoadedEventEnd ?? 0, ...ends, ...tasks),
        blocking: long.reduce((sum, [, duration]) => sum + duration - 50, 0),
        nodes: document.getElementsByTagName('*').length,
      }
    },
    /** From an action until what it leads to is painted, ms. */
    act: (/** @type {() => void} */ action, /** @type {() => boolean} */ done) =>
      new Promise((resolve, reject) => {
        const began = performance.now()
        action()
        const poll = () => {
          if (done()) return painted(() => resolve(performance.now() - began))
          if (performance.now() - began > 15_000)
            return reject(new Error('It was not done in 15 s.'))
          requestAnimationFrame(poll)
        }
        requestAnimationFrame(poll)
      }),
    /** Times between frames, and the share of frames with no entry on the screen. */
    frames: (/** @type {number} */ duration) =>
      new Promise((resolve) => {
        /** @type {number[]} */
        const times = []
        let [last, blank, count] = [0, 0, 0]
        const began = performance.now()
        const frame = (/** @type {number} */ time) => {
          if (last) times.push(time - last)
          last = time
          count += 1
          const seen = [0.3, 0.5, 0.7].some((part) =>
            document.elementFromPoint(innerWidth * 0.4, innerHeight * part)?.closest(entry),
          )
          if (!seen) blank += 1
          if (performance.now() - began < duration) requestAnimationFrame(frame)
          else resolve({ times, blank: blank / count })
        }
        requestAnimationFrame(frame)
      }),
  }
}
