import 'server-only'
import { plotNames } from '@/lib/plots/plots'
import { noFilter } from '@/lib/timeline/filters'
import { readScorecard } from '../organizations/scorecard'
import { readPlots } from '../plots/queries'
import { member, type Row } from './access-rows'

/** Plots and what is counted of organizations, for the table of all access. */
export const plotsAccess: Record<string, Row> = {
  'organizations/scorecard.readScorecard': member('refused', (v, t) =>
    readScorecard(v, { id: t.organizationId, divisions: true }),
  ),
  'plots/queries.readPlots': member('refused', (v, t) =>
    readPlots(v, { slug: t.campaign.slug, filter: noFilter, names: plotNames }),
  ),
}
