import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from '../lib/paths'

const configuration = readFileSync(join(root, 'deploy', 'nginx.conf'), 'utf8')
/** The blocks that stand for a part of our addresses: what they match, and what they say. */
const locations = [...configuration.matchAll(/^ {4}location ([^{]+) \{\n([\s\S]*?)^ {4}\}/gm)].map(
  ([, match = '', block = '']) => ({ match: match.trim(), block }),
)

/** The block that nginx takes for a path, by its own order: expressions, then the longest prefix. */
function blockFor(path: string): string {
  const expression = locations.find(
    ({ match }) => match.startsWith('~ ') && new RegExp(match.slice(2)).test(path),
  )
  const prefixes = locations
    .filter(({ match }) => !match.startsWith('~') && path.startsWith(match))
    .sort((a, b) => b.match.length - a.match.length)
  return (expression ?? prefixes[0])?.block ?? ''
}

it.each([
  '/s/0123456789abcdefghjkmnpqrs',
  '/feeds/0123456789abcdef.ics',
  '/invitation/0123456789abcdef',
  '/reset/0123456789abcdef',
  '/confirm-address/0123456789abcdef',
  '/set-up',
])('nginx writes %s to no log', (path) => {
  expect(blockFor(path)).toContain('access_log off;')
  expect(blockFor(path)).toContain('error_log /dev/null crit;')
})

it('what nginx logs holds neither queries nor the pages that led here', () => {
  const [, format = ''] = /log_format throughline '([^']*)'/.exec(configuration) ?? []
  expect(format).toContain('$uri')
  expect(format).not.toMatch(/\$(request_uri|request|args|query_string|http_referer|http_cookie)\b/)
  for (const [, target = ''] of configuration.matchAll(/^\s*access_log ([^;]+);/gm))
    expect(target).toMatch(/^off$| throughline$/)
})

it('what nginx keeps of addresses is in memory, for seconds', () => {
  const [, folder, rest = ''] = /^proxy_cache_path (\S+) ([^;]+);/m.exec(configuration) ?? []
  expect(folder).toMatch(/^\/(dev\/shm|run)\//)
  expect(rest).toMatch(/inactive=\ds/)
  expect(configuration).not.toMatch(/proxy_store|proxy_temp_path|client_body_temp_path/)
})
