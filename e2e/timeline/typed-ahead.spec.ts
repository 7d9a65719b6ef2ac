import { expect, test } from '@playwright/test'
import { laterScript } from '../../scripts/server/documents/later'

/** A document with a part that hears “t”, whose clock goes on only where the test lets it. */
const source = `<body><input id="jump"><div id="later">[]</div><script>
  const steps = []
  globalThis.setTimeout = (step) => steps.push(step)
  document.addEventListener('keydown', (event) => {
    if (event.key !== 't' || event.target !== document.body) return
    document.getElementById('jump').focus()
    event.preventDefault()
  })
  globalThis.goOn = () => { while (steps.length > 0) steps.shift()() }
</script><script>${laterScript}</script></body>`

test('what is typed while earlier keys are repeated is typed after them', async ({ page }) => {
  await page.setContent(source)
  await page.keyboard.press('t')
  await page.keyboard.type('No')
  // The app is there: “t” is repeated and moves the focus, and what was typed after it waits its turn.
  await page.evaluate(() => dispatchEvent(new Event('ready:throughline')))
  await expect(page.locator('#jump')).toBeFocused()
  await page.keyboard.type('vember')
  await page.evaluate('goOn()')
  await expect(page.locator('#jump')).toHaveValue('November')
  await page.keyboard.type(' 2025')
  await expect(page.locator('#jump')).toHaveValue('November 2025')
})

test('what is reached before the end of the document is there begins the app', async ({ page }) => {
  const list = '<script type="application/json" id="later">[{"queue":"begun","item":1}]</script>'
  const document = (early: string) =>
    `<body><input id="jump">${early}${list}<script>${laterScript}</script></body>`
  const begun = () => page.evaluate(() => Reflect.get(globalThis, 'begun') as unknown)
  await page.setContent(document(''))
  expect(await begun()).toBeUndefined()
  await page.setContent(document('<script>document.getElementById("jump").focus()</script>'))
  expect(await begun()).toEqual([1])
})
