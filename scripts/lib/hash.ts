import { createHash, type Hash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/**
 * A hash of files and folders, with their names and contents. What is missing counts as empty.
 *
 * @param names relative to base
 * @param keep which files count
 */
export function hashOf(
  base: string,
  names: string[],
  keep: (path: string) => boolean = () => true,
) {
  const hash = createHash('sha256')
  for (const name of names) add(hash, base, name, keep)
  return hash.digest('hex')
}

function add(hash: Hash, base: string, name: string, keep: (path: string) => boolean) {
  const path = join(base, name)
  if (!existsSync(path)) return
  if (statSync(path).isDirectory()) {
    for (const child of readdirSync(path).sort()) add(hash, base, `${name}/${child}`, keep)
  } else if (keep(name)) {
    const content = readFileSync(path)
    hash.update(`${name}\0${content.length}\0`).update(content)
  }
}
