import { launch, visit } from '../lib/browser.mjs'

const runs = 5
const phone = { cpu: 4, phone: true }

/**
 * When a page first shows something on a slow phone, as a ratio to the floor of timelines in the same
 * run, and the bytes of fonts that came with it.
 *
 * @param {string} link
 * @param {string} floor
 */
export async function visitByPhone(link, floor) {
  const browser = await launch()
  try {
    const ours = []
    const bare = []
    let fonts = 0
    for (let run = 0; run < runs; run += 1) {
      bare.push((await visit(browser, { url: floor, entry: 'li', ...phone })).visit.first)
      const { visit: seen } = await visit(browser, { url: link, entry: 'h1', ...phone })
      ours.push(seen.first)
      fonts = Math.max(fonts, seen.bytes.Font ?? 0)
    }
    return { paint: median(ours) / median(bare), fonts }
  } finally {
    await browser.close()
  }
}

/** @param {number[]} list */
function median(list) {
  return list.sort((a, b) => a - b)[runs >> 1] ?? 0
}
