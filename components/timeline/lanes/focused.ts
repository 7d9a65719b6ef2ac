/** The key of the mark that has the focus; a new drawing has a mark of the same key in its place. */
export function focusedKey(plot: HTMLElement): string | null {
  const { activeElement } = document
  return activeElement instanceof HTMLElement && plot.contains(activeElement)
    ? (activeElement.dataset.key ?? null)
    : null
}

/** Gives the focus back to a mark that lost it because it was drawn anew. */
export function focusAgain(plot: HTMLElement, key: string | null): void {
  if (key === null || document.activeElement !== document.body) return
  plot.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus({ preventScroll: true })
}
