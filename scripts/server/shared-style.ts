import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { cachedPage } from './cached-page'
import { securityHeaders } from './security-headers'

/** Browsers ask again after a while, so that a new version is not shown in old clothes for long. */
const cacheControl = 'public, max-age=600'

/**
 * The style of shared pages as one sheet, ready to be sent: every reader of a link asks for it, on
 * the same day as for the page.
 *
 * @param name of a sheet that imports others by their addresses
 */
export async function sharedStyle(folder: string, name: string) {
  const text = smallStyle(await withImports(folder, name))
  return cachedPage({
    ...{ owner: 'style', until: Infinity, cacheControl },
    headers: { 'content-type': 'text/css; charset=utf-8' },
    body: Buffer.from(text),
    security: securityHeaders({ path: '/s/', nonce: '', dev: false, https: false }),
  })
}

async function withImports(folder: string, name: string): Promise<string> {
  const text = await readFile(join(folder, name), 'utf8')
  const imports = [...text.matchAll(/@import url\('\/([\w-]+\.css)'\);/g)]
  const imported = await Promise.all(imports.map(([, other = '']) => withImports(folder, other)))
  return imported.join('\n') + text.replaceAll(/@import [^;]+;/g, '')
}

/** Takes out of a style sheet what only people read. Texts in it stay as they are. */
export function smallStyle(text: string) {
  return text
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .split(/('[^'\n]*'|"[^"\n]*")/)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part
            .replaceAll(/\s+/g, ' ')
            .replaceAll(/ ?([{};,>]) ?/g, '$1')
            .replaceAll(/(?<=[:\s,(-])0(?=\.\d)/g, '')
            .replaceAll(/: /g, ':')
            .replaceAll(';}', '}'),
    )
    .join('')
    .trim()
}
