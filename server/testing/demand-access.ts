import 'server-only'
import { listTargets, readLedger } from '../demands/ledger'
import { member, type Row } from './access-rows'

/** The ledger, its clocks and follow-ups, for the table of all access. */
export const demandAccess: Record<string, Row> = {
  'demands/ledger.readLedger': member('refused', (v, t) => readLedger(v, t.campaign.slug)),
  'demands/ledger.listTargets': member('refused', (v, t) => listTargets(v, t.campaign.slug)),
}
