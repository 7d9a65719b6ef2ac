/** HTML that shows a link in a frame of somebody's page; the link's own policy lets it do no more. */
export function frameSnippet(url: string, title: string): string {
  const name = `Campaign record: ${title}`
  return `<iframe src="${attribute(url)}" title="${attribute(name)}" width="100%" height="800" loading="lazy" referrerpolicy="no-referrer"></iframe>`
}

function attribute(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}
