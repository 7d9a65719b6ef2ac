import { gzipSync } from 'node:zlib'
import { visit } from '../lib/browser.mjs'

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
 *   storageState: Awaited<ReturnType<import('@playwright/test').BrowserContext['storageState']>>,
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
        // A view that does not become quiet in time has no figure; the others have theirs.
        const found = await visit(browser, { ...view, storageState, ...how }).catch(
          (/** @type {Error} */ error) => console.error(`${name}, ${label}: ${error.message}`),
        )
        if (!found) continue
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

/** @param {number[]} list */
function median(list) {
  return [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0
}
