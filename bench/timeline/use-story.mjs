/* global document */
import { visit } from '../lib/browser.mjs'

const entry = '[data-entry]'
const wheelMs = 3_000
/** How long the long way through the entries may take, ms. */
const wayMs = 30_000

/**
 * What a person does in the story: scrolls with the wheel and through 1,000 entries, jumps to a
 * date, changes the filter, opens an entry. What is not done in time has no figure, and is told.
 *
 * @param {import('@playwright/test').Browser} browser
 * @param {{ url: string, storageState: import('@playwright/test').BrowserContextOptions['storageState'], size: number, cpu: number }} order
 * @returns {Promise<import('./visits.mjs').Figures>}
 */
export async function useStory(browser, { url, storageState, size, cpu }) {
  const { more } = await visit(browser, {
    ...{ url, entry, storageState, cpu },
    then: async (page, cdp) => {
      page.setDefaultTimeout(20_000)
      const act = async (
        /** @type {string} */ name,
        /** @type {string} */ action,
        /** @type {string} */ done,
      ) => {
        try {
          return Number(await page.evaluate(`bench.act(() => { ${action} }, () => ${done})`))
        } catch (error) {
          console.error(
            `${url}, ${cpu}x, ${name}: ${error instanceof Error ? error.message : error}`,
          )
          return NaN
        }
      }
      await page.mouse.move(500, 400)
      const watching = page.evaluate((ms) => globalThis.bench?.frames(ms), wheelMs)
      const end = Date.now() + wheelMs
      while (Date.now() < end) {
        await wheel(cdp, 120)
        // A wheel turns about once in a frame of a screen of 60 Hz.
        await new Promise((resolve) => setTimeout(resolve, 16))
      }
      const frames = await watching
      const open = await act(
        'open',
        `const one = [...document.querySelectorAll('[data-open]')].find(
           (link) => link.dataset.open && link.getBoundingClientRect().top > 100);
         window.opened = one.dataset.open; one.click()`,
        `document.getElementById('e-' + window.opened)?.querySelector('[data-open=""]')`,
      )
      /** @type {Set<string>} */
      const seen = new Set()
      const goal = Math.min(1_000, size)
      const until = Date.now() + wayMs
      while (seen.size < goal && Date.now() < until) {
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
        'jump',
        `const marks = [...document.querySelectorAll('svg a[aria-label^="Go to 20"]')]
           .filter((mark) => mark.getBoundingClientRect().width > 0);
         const mark = marks[Math.floor(marks.length / 2)];
         window.year = mark.getAttribute('aria-label').slice(-4);
         mark.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))`,
        `[...document.querySelectorAll('.flow [data-entry]')].some((one) => {
           const { top, bottom } = one.getBoundingClientRect();
           return one.dataset.day.startsWith(window.year) && bottom > 0 && top < innerHeight })`,
      )
      const filter = await act(
        'filter',
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
 * A turn of the wheel. The browser answers once the page took it, and never where the page is just
 * being replaced.
 *
 * @param {import('@playwright/test').CDPSession} cdp
 * @param {number} deltaY
 */
function wheel(cdp, deltaY) {
  const at = { x: 500, y: 400, deltaX: 0, deltaY }
  const turned = cdp.send('Input.dispatchMouseEvent', { type: 'mouseWheel', ...at })
  // Where the page is being replaced, no answer ever comes.
  return Promise.race([turned, new Promise((resolve) => setTimeout(resolve, 1_000))])
}
