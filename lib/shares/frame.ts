/** How high a frame is, in pixels: beside a column, within an article, or as a page of its own. */
const frameSizes = { small: 420, medium: 680, large: 960 } as const
export type FrameSize = keyof typeof frameSizes

/** HTML that shows a link in a frame of somebody's page; the link's own policy lets it do no more. */
export function frameSnippet(url: string, title: string, size: FrameSize = 'medium'): string {
  const name = `Campaign record: ${title}`
  return `<iframe src="${attribute(url)}" title="${attribute(name)}" width="100%" height="${frameSizes[size]}" loading="lazy" referrerpolicy="no-referrer"></iframe>`
}

function attribute(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}
