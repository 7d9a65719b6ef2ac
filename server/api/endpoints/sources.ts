import 'server-only'
import { z } from 'zod'
import { todayIn } from '@/lib/dates/days'
import { sourceSchema } from '@/lib/schemas/source'
import { keysOf, sourceKindLabels } from '@/lib/schemas/words'
import { forSourceFields } from '@/lib/sources/fields'
import { createSource, updateSource } from '../../sources/mutations'
import { getSource } from '../../sources/queries'
import { pageAddress } from '../address'
import { directoryEndpoints } from '../directory'
import { versioned } from '../shapes'

const sourceShape = z.strictObject({
  ...{ id: z.uuid(), ...forSourceFields(() => z.string()) },
  kind: z.enum(keysOf(sourceKindLabels)),
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
  toBody: (source) => {
    const { id, capturedSha256, version } = source
    return {
      ...{ id, ...forSourceFields((name) => source[name]) },
      ...{ capturedSha256, version, page: pageAddress(`/sources/${id}`) },
    }
  },
  toFields: (source) => ({
    ...forSourceFields((name) => source[name]),
    pictures: source.pictures,
  }),
  create: createSource,
  createScope: 'drafts',
  update: updateSource,
})
