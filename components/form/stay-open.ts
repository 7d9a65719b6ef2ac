let listening = false

/**
 * Keeps a list of suggestions open while the page scrolls. React Aria closes it at the first scroll
 * of anything around its field, and moving to an option scrolls the page where the list does not fit:
 * the arrow keys closed the list, and Enter then went to the form. The list moves with the page.
 *
 * A listener of the window's capture phase that is there before the list opens comes first.
 */
export function stayOpenOnScroll(): void {
  if (typeof window === 'undefined' || listening) return
  listening = true
  window.addEventListener(
    'scroll',
    (event) => {
      const list = document.querySelector('[data-suggestions]')
      if (list && !(event.target instanceof Node && list.contains(event.target)))
        event.stopImmediatePropagation()
    },
    true,
  )
}
