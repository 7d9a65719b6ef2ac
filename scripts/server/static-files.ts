import type { IncomingMessage, ServerResponse } from 'node:http'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join, sep } from 'node:path'
import { codingOf } from './coding'

const types: Record<string, string> = {
  '.js': 'application/javascript; charset=UTF-8',
  '.css': 'text/css; charset=UTF-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.json': 'application/json; charset=UTF-8',
}

/**
 * Files whose names change with their content, so that a browser may keep them for ever: scripts,
 * styles and fonts of a build, and the fonts of shared pages. They are sent from memory, in the forms
 * that `packStatic` made beside them where it did.
 *
 * @param folders each with the path under which it is served, such as `/_next/static/`
 */
export function staticFiles(folders: Record<string, string>) {
  const known: Map<
    string,
    { name: string; type: string; forms: Partial<Record<'br' | 'gzip' | 'plain', Buffer>> }
  > = new Map()
  for (const [prefix, folder] of Object.entries(folders)) {
    if (!existsSync(folder)) continue
    // Only what is listed here is ever read, so that no path can lead elsewhere.
    for (const listed of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      const type = types[extname(listed)]
      const name = join(folder, listed)
      if (type) known.set(prefix + listed.split(sep).join('/'), { name, type, forms: {} })
    }
  }

  /**
   * Sends a file, where there is one; its other headers are set already.
   *
   * @returns whether the request is answered
   */
  return function send(request: IncomingMessage, response: ServerResponse, path: string): boolean {
    const file = known.get(path)
    if (!file || (request.method !== 'GET' && request.method !== 'HEAD')) return false
    const { name } = file
    const wanted = codingOf(request.headers['accept-encoding'])
    const coding = wanted && existsSync(packedName(name, wanted)) ? wanted : null
    const form = coding ?? 'plain'
    const body = (file.forms[form] ??= readFileSync(coding ? packedName(name, coding) : name))
    response.writeHead(200, {
      'content-type': file.type,
      'content-length': body.length,
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'accept-encoding',
      ...(coding && { 'content-encoding': coding }),
    })
    response.end(request.method === 'HEAD' ? undefined : body)
    return true
  }
}

/** Where a file's compressed form lies. */
export function packedName(name: string, coding: 'br' | 'gzip') {
  return `${name}.${coding === 'br' ? 'br' : 'gz'}`
}
