import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/**
 * A hash of files and folders, with their names and contents. What is missing counts as empty.
 *
 * @param {string} base
 * @param {string[]} names relative to base
 * @param {(path: string) => boolean} [keep] which files count
 */
export function hashOf(base, names, keep = () => true) {
  const hash = createHash('sha256')
  for (const name of names) add(hash, base, name, keep)
  return hash.digest('hex')
}

/**
 * @param {import('node:crypto').Hash} hash
 * @param {string} base
 * @param {string} name
 * @param {(path: string) => boolean} keep
 */
function add(hash, base, name, keep) {
  const path = join(base, name)
  if (!existsSync(path)) return
  if (statSync(path).isDirectory()) {
    for (const child of readdirSync(path).sort()) add(hash, base, `${name}/${child}`, keep)
  } else if (keep(name)) {
    const content = readFileSync(path)
    hash.update(`${name}\0${content.length}\0`).update(content)
  }
}
