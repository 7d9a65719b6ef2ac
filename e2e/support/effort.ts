import type { Page } from '@playwright/test'

/** What somebody did by hand on a page, as the browser saw it. */
export type Effort = { clicks: number; keys: number; loads: number }

/** Counts from now on what is clicked and pressed, and the pages that are loaded anew for it. */
export async function countEffort(page: Page): Promise<Effort> {
  const effort: Effort = { clicks: 0, keys: 0, loads: 0 }
  await page.exposeFunction('__effort', (what: 'clicks' | 'keys') => {
    effort[what] += 1
  })
  await page.addInitScript(watch)
  await page.evaluate(watch)
  page.on('request', (request) => {
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) effort.loads += 1
  })
  return effort
}

// A click that a key makes has no detail; the key is counted.
function watch(): void {
  const tell = (what: string) => {
    const told: unknown = Reflect.get(window, '__effort')
    if (typeof told === 'function') (told as (what: string) => void)(what)
  }
  addEventListener(
    'click',
    ({ isTrusted, detail }) => isTrusted && detail > 0 && tell('clicks'),
    true,
  )
  addEventListener(
    'keydown',
    ({ isTrusted, key }) => {
      if (isTrusted && !/^(Control|Meta|Shift|Alt)$/.test(key)) tell('keys')
    },
    true,
  )
}
