import { gzipSync } from 'node:zlib'

/**
 * The least that a timeline could be: a page of bare HTML with the same first entries, a small
 * style, and 1 KB of script.
 *
 * @param {{ title: string, day: string, kind: string, place: string }[]} entries
 */
export function floorPage(entries) {
  const items = entries.map(
    ({ title, day, kind, place }) =>
      `<li><time>${day}</time><h3>${escaped(title)}</h3><p>${escaped(kind)} at ${escaped(place)}</p></li>`,
  )
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Floor</title>
<style>body{font:16px/1.5 sans-serif;max-width:50rem;margin:2rem auto}li{min-height:9rem}</style>
<ol>${items.join('')}</ol><script>${`addEventListener('scroll',()=>{});`.repeat(26)}</script></html>`
  return { html: Buffer.from(html), packed: gzipSync(html, { level: 9 }) }
}

/** @param {string} text */
function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
