import 'server-only'
import { z } from 'zod'
import { organizationSchema } from '@/lib/schemas/campaign'
import { keysOf, organizationKindLabels } from '@/lib/schemas/words'
import { createOrganization, updateOrganization } from '../../organizations/mutations'
import { getOrganization } from '../../organizations/queries'
import { pageAddress } from '../address'
import { directoryEndpoints } from '../directory'
import { MOST_LISTED, namedShape, versioned } from '../shapes'

const organizationShape = namedShape.extend({
  kind: z.enum(keysOf(organizationKindLabels)),
  otherNames: z.array(z.string()).max(MOST_LISTED),
  parent: namedShape.nullable(),
  ...versioned,
})

/** Organizations. */
export const organizationEndpoints = directoryEndpoints({
  ...{ record: 'organization', path: '/organizations', one: 'Organization' },
  ...{ group: 'Organizations', words: 'an organization' },
  answer: { name: 'Organization', schema: organizationShape },
  input: organizationSchema.omit({ version: true }),
  schema: () => organizationSchema,
  get: (viewer, id) => getOrganization(viewer, id),
  toBody: ({ id, name, kind, otherNames, parent, version }) => ({
    ...{ id, name, kind, otherNames, parent, version },
    url: pageAddress(`/organizations/${id}`),
  }),
  toFields: ({ name, kind, otherNames, parent }) => ({
    ...{ name, kind, otherNames: otherNames.join('; '), parent: parent?.name ?? '' },
  }),
  create: createOrganization,
  createScope: 'drafts',
  update: updateOrganization,
})
