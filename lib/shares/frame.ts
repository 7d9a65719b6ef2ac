/** How high a frame is, in pixels: beside a column, within an article, or as a page of its own. */
export const frameSizes = { small: 420, medium: 680, large: 960 } as const
export type FrameSize = keyof typeof frameSizes

/** HTML that shows a link in a frame of somebody's page; the link's own policy lets it do no more. */
export function frameSnippet(url: string, title: string, size: FrameSize = 'medium'): string {
  const name = `Campaign record: ${title}`
  return frameHtml(url, name, { width: '100%', height: frameSizes[size] })
}

/** The frame itself, in pixels or as wide as the text around it. */
export function frameHtml(
  url: string,
  name: string,
  { width, height }: { width: number | '100%'; height: number },
): string {
  return `<iframe src="${attribute(url)}" title="${attribute(name)}" width="${width}" height="${height}" loading="lazy" referrerpolicy="no-referrer"></iframe>`
}

function attribute(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}
