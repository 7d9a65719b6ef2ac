import 'server-only'
import { z } from 'zod'
import { todayIn } from '@/lib/dates/days'
import { sourceSchema } from '@/lib/schemas/source'
import { keysOf, sourceKindLabels } from '@/lib/schemas/words'
import { createSource, updateSource } from '../../sources/mutations'
import { getSource } from '../../sources/queries'
import { pageAddress } from '../address'
import { directoryEndpoints } from '../directory'
import { versioned } from '../shapes'

const texts = {
  ...{ title: z.string(), url: z.string(), publisher: z.string(), author: z.string() },
  ...{ published: z.string(), accessedOn: z.string(), archiveUrl: z.string() },
  capturedText: z.string(),
}
const sourceShape = z.strictObject({
  ...{ id: z.uuid(), kind: z.enum(keysOf(sourceKindLabels)), ...texts },
  capturedSha256: z.string(),
  version: versioned.version,
  /** The page for people: `url` is the source's own. */
  page: versioned.url,
})

/** Sources. */
export const sourceEndpoints = directoryEndpoints({
  ...{ record: 'source', path: '/sources', one: 'Source', group: 'Sources', words: 'a source' },
  answer: { name: 'Source', schema: sourceShape },
  input: sourceSchema('2026-01-01').omit({ version: true }),
  schema: () => sourceSchema(todayIn('UTC')),
  get: (viewer, id) => getSource(viewer, id),
  toBody: ({ id, kind, capturedSha256, version, ...source }) => ({
    ...{ id, kind, capturedSha256, version, page: pageAddress(`/sources/${id}`) },
    ...textsOf(source),
  }),
  toFields: ({ kind, pictures, ...source }) => ({ kind, pictures, ...textsOf(source) }),
  create: createSource,
  createScope: 'drafts',
  update: updateSource,
})

function textsOf(source: Record<keyof typeof texts, string>) {
  const { title, url, publisher, author, published, accessedOn, archiveUrl, capturedText } = source
  return { title, url, publisher, author, published, accessedOn, archiveUrl, capturedText }
}
