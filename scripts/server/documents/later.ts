import { createHash } from 'node:crypto'

/**
 * The one script that stands in a document: it fetches the app's when somebody reaches for it. What
 * the browser does by itself (links, forms, menus) it does meanwhile. What was pressed or typed and
 * needs the app is repeated when the app is there.
 *
 * It is sent as text, so it may name nothing from outside itself.
 */
function later(): void {
  type Part = { src: string } | { queue: string; item: unknown }
  const missed: (() => void)[] = []
  const typed = new Set<EventTarget>()
  const stop = new AbortController()
  let begun = false
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
  on('ready:throughline', () => {
    stop.abort()
    over?.target?.dispatchEvent(new PointerEvent('pointerover', over))
    for (const field of typed) {
      if (
        field instanceof HTMLInputElement &&
        field.type !== 'checkbox' &&
        field.type !== 'radio'
      ) {
        // React compares with the value that it last saw, which is what stands there already.
        const { value } = field
        field.value = ''
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(
          field,
          value,
        )
        field.dispatchEvent(new Event('input', { bubbles: true }))
      } else {
        field.dispatchEvent(new Event('change', { bubbles: true }))
      }
    }
    for (const repeat of missed) repeat()
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
    const { target, key } = event as KeyboardEvent
    const typing =
      target instanceof Element && target.closest('input,textarea,select,[contenteditable]')
    const command = (event as KeyboardEvent).ctrlKey || (event as KeyboardEvent).metaKey
    if (typing || (command ? key !== 'k' : key.length > 1)) return
    if (command || key === '/') event.preventDefault()
    missed.push(() => target?.dispatchEvent(new KeyboardEvent('keydown', event)))
  })
  on('click', (event) => {
    begin()
    const { target } = event
    const button = target instanceof Element ? target.closest('button,[role=button]') : null
    if (!(button instanceof HTMLElement) || button.hasAttribute('popovertarget')) return
    if (button instanceof HTMLButtonElement && button.form && button.type === 'submit') return
    event.preventDefault()
    event.stopPropagation()
    missed.push(() => button.click())
  })
  if (list?.dataset.begin === 'now') requestAnimationFrame(() => setTimeout(begin))
}

export const laterScript = `(${later.toString()})()`

/** As a content security policy names the script. */
export const laterHash = `sha256-${createHash('sha256').update(laterScript).digest('base64')}`
