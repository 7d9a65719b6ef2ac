import 'server-only'
import { z } from 'zod'
import { personSchema } from '@/lib/schemas/person'
import { consentLabels, keysOf } from '@/lib/schemas/words'
import { createPerson, updatePerson } from '../../people/mutations'
import { getPerson } from '../../people/queries'
import { pageAddress } from '../address'
import { directoryEndpoints } from '../directory'
import { MOST_LISTED, namedShape, versioned } from '../shapes'

const personShape = namedShape.extend({
  otherNames: z.array(z.string()).max(MOST_LISTED),
  consent: z.enum(keysOf(consentLabels)),
  consentReason: z.string(),
  ...versioned,
})

/** People. */
export const personEndpoints = directoryEndpoints({
  ...{ record: 'person', path: '/people', one: 'Person', group: 'People', words: 'a person' },
  answer: { name: 'Person', schema: personShape },
  input: personSchema.omit({ version: true }),
  schema: () => personSchema,
  get: (viewer, id) => getPerson(viewer, id),
  toBody: ({ id, name, otherNames, consent, consentReason, version }) => ({
    ...{ id, name, otherNames, consent, consentReason, version },
    url: pageAddress(`/people/${id}`),
  }),
  toFields: ({ name, otherNames, consent, consentReason }) => ({
    ...{ name, otherNames: otherNames.join('; '), consent, consentReason },
  }),
  create: createPerson,
  createScope: 'publish',
  update: updatePerson,
})
