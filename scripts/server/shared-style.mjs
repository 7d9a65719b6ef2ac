import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { keptPage } from './kept-page.mjs'
import { securityHeaders } from './security-headers.mjs'

/** Browsers ask again after a while, so that a new version is not shown in old clothes for long. */
const cacheControl = 'public, max-age=600'

/**
 * The style of shared pages as one sheet, ready to be sent: every reader of a link asks for it, on
 * the same day as for the page.
 *
 * @param {string} folder
 * @param {string} name of a sheet that imports others by their addresses
 */
export async function sharedStyle(folder, name) {
  const text = smallStyle(await withImports(folder, name))
  return keptPage({
    ...{ hash: 'style', workspace: '', until: Infinity, cacheControl },
    headers: { 'content-type': 'text/css; charset=utf-8' },
    body: Buffer.from(text),
    security: securityHeaders({ path: '/s/', nonce: '', dev: false, https: false }),
  })
}

/**
 * @param {string} folder
 * @param {string} name
 * @returns {Promise<string>}
 */
async function withImports(folder, name) {
  const text = await readFile(join(folder, name), 'utf8')
  const imports = [...text.matchAll(/@import url\('\/([\w-]+\.css)'\);/g)]
  const imported = await Promise.all(imports.map(([, other = '']) => withImports(folder, other)))
  return imported.join('\n') + text.replaceAll(/@import [^;]+;/g, '')
}

/**
 * Takes out of a style sheet what only people read. Texts in it stay as they are.
 *
 * @param {string} text
 */
export function smallStyle(text) {
  return text
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .split(/('[^'\n]*'|"[^"\n]*")/)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part
            .replaceAll(/\s+/g, ' ')
            .replaceAll(/ ?([{};,]) ?/g, '$1')
            .replaceAll(/: /g, ':')
            .replaceAll(';}', '}'),
    )
    .join('')
    .trim()
}
