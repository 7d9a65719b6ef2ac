/* global document */
import { gzipSync } from 'node:zlib'
import { visit } from '../lib/browser.mjs'

const entry = '[data-entry]'
const wheelMs = 3_000

/**
 * Figures of one page, in ms, bytes and counts; see docs/performance.md for what each means.
 *
 * @typedef {Record<string, number>} Figures
 */

/**
 * The floor and each view, in turns, so that what else the machine does falls on all alike.
 *
 * @param {import('@playwright/test').Browser} browser
 * @param {{ floor: string, views: Record<string, { url: string, entry: string }>,
 *   storageState: import('../lib/browser.mjs').Visit extends never ? never : any,
 *   runs: number }} order
 */
export async function measureVisits(browser, { floor, views, storageState, runs }) {
  /** @type {Record<string, Record<string, number[]>>} */
  const all = {}
  const note = (/** @type {string} */ name, /** @type {Figures} */ figures) => {
    const known = (all[name] ??= {})
    for (const [figure, value] of Object.entries(figures)) (known[figure] ??= []).push(value)
  }
  const conditions = [
    { label: '1x', cpu: 1, phone: false },
    { label: '4x', cpu: 4, phone: false },
    { label: 'phone', cpu: 4, phone: true },
  ]
  for (let run = 0; run < runs; run += 1) {
    for (const { label, ...how } of conditions) {
      const bare = await visit(browser, { url: floor, entry: 'li', ...how })
      note('floor', named(label, bare.visit))
      for (const [name, view] of Object.entries(views)) {
        // The other views are the same page around other entries.
        if (name !== 'story' && label !== '1x') continue
        const found = await visit(browser, { ...view, storageState, ...how })
        note(name, named(label, found.visit))
        if (label === '1x' && run === 0)
          note(name, await weights(found.visit, view.url, storageState))
      }
    }
  }
  return Object.fromEntries(
    Object.entries(all).map(([name, figures]) => [
      name,
      Object.fromEntries(Object.entries(figures).map(([figure, list]) => [figure, median(list)])),
    ]),
  )
}

/**
 * @param {string} label
 * @param {import('../lib/browser.mjs').Visit} found
 */
function named(label, { first, usable, blocking, nodes }) {
  return {
    [`first ${label}`]: first,
    [`usable ${label}`]: usable,
    [`blocking ${label}`]: blocking,
    ...(label === '1x' && { nodes }),
  }
}

/**
 * @param {import('../lib/browser.mjs').Visit} found
 * @param {string} url
 * @param {{ cookies: { name: string, value: string }[] }} storageState
 */
async function weights(found, url, { cookies }) {
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const html = Buffer.from(await (await fetch(url, { headers: { cookie } })).arrayBuffer())
  const at = html.indexOf('data-entry=')
  let script = 0
  for (const address of found.scripts) {
    const bytes = Buffer.from(await (await fetch(address)).arrayBuffer())
    script += gzipSync(bytes, { level: 9 }).length
  }
  return {
    'script gzip': script,
    'script sent': found.bytes.Script ?? 0,
    'page sent': found.bytes.Document ?? 0,
    'page gzip': gzipSync(html).length,
    'until first entry gzip': gzipSync(html.subarray(0, at < 0 ? html.length : at)).length,
  }
}

/**
 * What a person does in the story: scrolls with the wheel and through 1,000 entries, jumps to a
 * date, changes the filter, opens an entry.
 *
 * @param {import('@playwright/test').Browser} browser
 * @param {{ url: string, storageState: any, size: number, cpu: number }} order
 * @returns {Promise<Figures>}
 */
export async function useStory(browser, { url, storageState, size, cpu }) {
  const { more } = await visit(browser, {
    ...{ url, entry, storageState, cpu },
    then: async (page, cdp) => {
      const act = (/** @type {string} */ action, /** @type {string} */ done) =>
        page.evaluate(`bench.act(() => { ${action} }, () => ${done})`).then(Number)
      await page.mouse.move(500, 400)
      const watching = page.evaluate((ms) => globalThis.bench?.frames(ms), wheelMs)
      const end = Date.now() + wheelMs
      while (Date.now() < end) {
        await wheel(cdp, 120)
        await new Promise((resolve) => setTimeout(resolve, 16))
      }
      const frames = await watching
      const open = await act(
        `const one = [...document.querySelectorAll('[data-open]')].find(
           (link) => link.getBoundingClientRect().top > 100);
         window.opened = one.closest('[data-entry]'); one.click()`,
        `window.opened.querySelector('.summary')`,
      )
      /** @type {Set<string>} */
      const seen = new Set()
      const goal = Math.min(1_000, size)
      for (let step = 0; step < 500 && seen.size < goal; step += 1) {
        await wheel(cdp, 1_200)
        const ids = await page.evaluate(() =>
          [...document.querySelectorAll('.flow [data-entry]')].map((one) => one.id),
        )
        for (const id of ids) seen.add(id)
      }
      await cdp.send('HeapProfiler.collectGarbage')
      const { usedSize } = await cdp.send('Runtime.getHeapUsage')
      const nodes = await page.evaluate(() => document.getElementsByTagName('*').length)
      const jump = await act(
        `[...document.querySelectorAll('a[aria-label="Go to 2019"]')].at(-1)
           .dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))`,
        `[...document.querySelectorAll('.flow [data-entry]')].some((one) =>
           one.dataset.day.startsWith('2019') && one.getBoundingClientRect().top < innerHeight)`,
      )
      const filter = await act(
        `[...document.querySelectorAll('nav[aria-label="Density of the campaign"] ul a')]
           .find((link) => link.textContent.includes('Outcome')).click()`,
        `(() => { const all = [...document.querySelectorAll('.flow [data-entry]')];
           return all.length > 0 && all.every((one) => one.dataset.lane === 'outcome') })()`,
      )
      const times = frames?.times.sort((a, b) => a - b) ?? []
      return {
        'scrolled entries': seen.size,
        'nodes after': nodes,
        'heap after MB': usedSize / 1_048_576,
        'p95 frame': times[Math.floor(times.length * 0.95)] ?? 0,
        'blank frames': frames?.blank ?? 0,
        ...{ jump, filter, open },
      }
    },
  })
  if (!more) throw new Error('The story was not used.')
  return more
}

/**
 * @param {import('@playwright/test').CDPSession} cdp
 * @param {number} deltaY
 */
function wheel(cdp, deltaY) {
  const at = { x: 500, y: 400, deltaX: 0, deltaY }
  return cdp.send('Input.dispatchMouseEvent', { type: 'mouseWheel', ...at })
}

/** @param {number[]} list */
function median(list) {
  return [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0
}
