import 'server-only'
import type { Origin } from '@/lib/formats/download'
import { timelineHref, withParams } from '@/lib/timeline/address'
import { filterParams } from '@/lib/timeline/filters'
import { env } from '../env'
import type { ExportAsked } from './asked'

/** Where members read what is exported. */
export function originOf(
  { format, filter }: Pick<ExportAsked, 'format' | 'filter'>,
  slug: string,
): Origin {
  const at = (path: string) => new URL(path, env().url).href
  return {
    page: at(timelineHref(slug, 'story', filter)),
    file: at(withParams(`/campaigns/${slug}/export/${format}`, filterParams(filter))),
    entry: (id) => at(`/campaigns/${slug}/entries/${id}`),
  }
}
