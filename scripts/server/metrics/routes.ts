import { existsSync, readFileSync } from 'node:fs'
import { LRUCache } from 'lru-cache'
import { z } from 'zod'

const route = z.object({ page: z.string(), regex: z.string() })
const manifestSchema = z.object({
  staticRoutes: z.array(route).max(10_000),
  dynamicRoutes: z.array(route).max(10_000),
})

/**
 * Names the route of a path by the list that Next wrote of them. Neither a name in an address nor a
 * link's secret is part of one, and what is no route is `other`: so there are never more names than routes.
 */
export function routeNames(manifest: string): (path: string) => string {
  if (!existsSync(manifest)) return () => 'other'
  const parsed = manifestSchema.safeParse(JSON.parse(readFileSync(manifest, 'utf8')))
  if (!parsed.success) return () => 'other'
  const { staticRoutes, dynamicRoutes } = parsed.data
  const known = [...staticRoutes, ...dynamicRoutes].map(({ page, regex }) => ({
    page,
    pattern: new RegExp(regex),
  }))
  const named = new LRUCache<string, string>({ max: 2_000 })
  return (path) => {
    const name = named.get(path) ?? known.find(({ pattern }) => pattern.test(path))?.page ?? 'other'
    named.set(path, name)
    return name
  }
}
