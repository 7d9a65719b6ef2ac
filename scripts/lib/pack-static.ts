import { readdirSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { packedName } from '../server/static-files'

/**
 * Compresses the scripts and styles of a build as small as they get, once, so that no visitor waits
 * for it.
 *
 * @param folder `.next/static`
 */
export async function packStatic(folder: string) {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:js|css|svg)$/.test(name))
    .map((name) => join(folder, name))
  await Promise.all(
    names.map(async (name) => {
      const plain = await readFile(name)
      const params = { [constants.BROTLI_PARAM_SIZE_HINT]: plain.length }
      await writeFile(packedName(name, 'br'), await promisify(brotliCompress)(plain, { params }))
      await writeFile(
        packedName(name, 'gzip'),
        await promisify(gzip)(plain, { level: 9, memLevel: 9 }),
      )
    }),
  )
}
