import 'server-only'
import type { Endpoint } from '../endpoint'
import { assessmentEndpoints } from './assessments'
import { campaignEndpoints } from './campaigns'
import { demandEndpoints } from './demands'
import { entryEndpoints } from './entries'
import { exportEndpoints } from './exports'
import { importEndpoints } from './imports'
import { organizationEndpoints } from './organizations'
import { personEndpoints } from './people'
import { shareEndpoints } from './shares'
import { sourceEndpoints } from './sources'

/** Everything that a program may do, in the order of the documentation. */
export const endpoints: readonly Endpoint[] = [
  ...campaignEndpoints,
  ...entryEndpoints,
  ...demandEndpoints,
  ...assessmentEndpoints,
  ...organizationEndpoints,
  ...personEndpoints,
  ...sourceEndpoints,
  ...importEndpoints,
  ...exportEndpoints,
  ...shareEndpoints,
]
