/** Moves a `link-row` so that this link of it is in view. */
export function showInRow(link: HTMLElement | null): void {
  const row = link?.closest('ul')
  if (!link || !row || row.scrollWidth <= row.clientWidth) return
  const { left, right } = link.getBoundingClientRect()
  const frame = row.getBoundingClientRect()
  if (left >= frame.left && right <= frame.right) return
  row.scrollLeft += (left + right - frame.left - frame.right) / 2
}
