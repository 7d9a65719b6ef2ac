import { createHash } from 'node:crypto'

/**
 * The one script that stands in a document: it fetches the app's when somebody reaches for it. What
 * the browser does by itself (links, forms, menus) it does meanwhile. What was pressed or typed and
 * needs the app is repeated when the app is there.
 *
 * It is sent as text, so it may name nothing from outside itself.
 */
function later(): void {
  type Part =
    { src: string } | { href: string; precedence: string } | { queue: string; item: unknown }
  /** What was pressed too early; each says whether the page has taken it. */
  const missed: (() => boolean)[] = []
  const typed = new Set<EventTarget>()
  const stop = new AbortController()
  let begun = false
  let ready = false
  let over: Event | undefined
  const list = document.getElementById('later')
  const begin = () => {
    if (begun) return
    begun = true
    for (const part of JSON.parse(list?.textContent ?? '[]') as Part[]) {
      if ('src' in part) {
        const script = document.createElement('script')
        script.src = part.src
        script.async = true
        document.head.append(script)
      } else if ('href' in part) {
        // As React writes it, which finds it so and does not add it once more.
        const sheet = document.createElement('link')
        sheet.rel = 'stylesheet'
        sheet.dataset.precedence = part.precedence
        sheet.href = part.href
        document.head.append(sheet)
      } else {
        const queue: unknown = Reflect.get(globalThis, part.queue)
        if (Array.isArray(queue)) queue.push(part.item)
        else Reflect.set(globalThis, part.queue, [part.item])
      }
    }
  }
  const on = (
    names: string,
    heard: (event: Event) => void,
    options: AddEventListenerOptions = {},
  ) => {
    for (const name of names.split(' '))
      addEventListener(name, heard, { capture: true, signal: stop.signal, ...options })
  }
  const isText = (field: Element | null): field is HTMLInputElement | HTMLTextAreaElement =>
    field instanceof HTMLTextAreaElement ||
    (field instanceof HTMLInputElement && field.selectionEnd !== null)
  /**
   * A key once more: where it was pressed, or in the field that has the focus now. It has it since an
   * earlier key moved there, before this one was pressed or after: either way the browser was kept
   * from typing it.
   */
  const press = (event: KeyboardEvent): boolean => {
    const { activeElement } = document
    const text = isText(activeElement) ? activeElement : null
    const target = text ?? event.target
    if (!target?.dispatchEvent(new KeyboardEvent('keydown', event))) return true
    if (!text) return false
    const { key } = event
    if (key === 'Enter') {
      text.form?.requestSubmit()
      return true
    }
    const end = text.selectionEnd ?? text.value.length
    let start = text.selectionStart ?? end
    if (key === 'Backspace' && start === end) start = Math.max(0, start - 1)
    text.setRangeText(key === 'Backspace' ? '' : key, start, end, 'end')
    text.dispatchEvent(new Event('input', { bubbles: true }))
    return true
  }
  on('ready:throughline', () => {
    ready = true
    over?.target?.dispatchEvent(new PointerEvent('pointerover', over))
    for (const field of typed) {
      // React compares with what it last saw, which is what stands there already.
      if (
        field instanceof HTMLInputElement &&
        (field.type === 'checkbox' || field.type === 'radio')
      ) {
        if (field.type === 'radio' && !field.checked) continue
        field.checked = !field.checked
        field.click()
      } else if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) {
        const { value } = field
        field.value = ''
        Reflect.set(Object.getPrototypeOf(field) as object, 'value', value, field)
        field.dispatchEvent(new Event('input', { bubbles: true }))
      } else {
        field.dispatchEvent(new Event('change', { bubbles: true }))
      }
    }
    // One at a time: what a key opens has the focus before what was typed after it arrives. Some
    // parts of the page may still be coming to life, so what none takes is tried again for a second.
    const until = performance.now() + 1000
    const next = () => {
      const [repeat] = missed
      if (!repeat) return stop.abort()
      const taken = repeat() || performance.now() > until
      if (taken) missed.shift()
      setTimeout(next, taken ? 0 : 50)
    }
    next()
  })
  on('pointerdown focusin wheel touchmove scroll', begin, { passive: true })
  on('input change', ({ target }) => {
    if (target) typed.add(target)
  })
  on('pointerover', (event) => {
    const { target } = event
    if (!(target instanceof Element)) return
    if (target.closest('button,summary,input,select,[role],[data-reach]')) begin()
    over = event
  })
  on('keydown', (event) => {
    begin()
    if (!event.isTrusted) return
    const { target, key, ctrlKey, metaKey } = event as KeyboardEvent
    const typing =
      target instanceof Element && target.closest('input,textarea,select,[contenteditable]')
    const command = ctrlKey || metaKey
    if ((typing && !ready) || (command && key !== 'k')) return
    // What follows a key that waits waits with it, or it would arrive first.
    const follows = missed.length > 0 && (key === 'Enter' || key === 'Backspace')
    if (key.length > 1 && key !== 'F2' && !follows) return
    if (command || typing || missed.length > 0 || key === '/') event.preventDefault()
    // A part that is there already must not take it as well.
    event.stopImmediatePropagation()
    missed.push(() => press(event as KeyboardEvent))
  })
  on('click', (event) => {
    begin()
    if (!event.isTrusted) return
    const { target } = event
    const button = target instanceof Element ? target.closest('button,[role=button]') : null
    if (!(button instanceof HTMLElement) || button.hasAttribute('popovertarget')) return
    if (button instanceof HTMLButtonElement && button.form && button.type === 'submit') return
    event.preventDefault()
    event.stopPropagation()
    missed.push(() => {
      button.click()
      return true
    })
  })
  const { begin: when, fonts = '' } = list?.dataset ?? {}
  // For the next page: this one has been begun without them, and the reader comes first.
  if (fonts !== '')
    addEventListener('load', () =>
      setTimeout(() => {
        const fetched = fonts.split(' ').map(async (font) => (await fetch(font)).arrayBuffer())
        void Promise.all(fetched).then(
          () => (document.cookie = 'fonts=1;path=/;max-age=2592000;samesite=lax'),
          () => {},
        )
      }, 2_000),
    )
  if (when === 'now') requestAnimationFrame(() => setTimeout(begin))
  // Reached while the document was still coming, before anything here could hear it.
  else if (document.activeElement !== document.body) begin()
}

export const laterScript = `(${later.toString()})()`

/** As a content security policy names the script. */
export const laterHash = `sha256-${createHash('sha256').update(laterScript).digest('base64')}`
