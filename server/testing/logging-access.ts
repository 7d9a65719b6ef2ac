import 'server-only'
import { listEntryChoices } from '../entries/choices'
import { member, type Row } from './access-rows'

/** What the entry form asks for, for the table of all access. */
export const loggingAccess: Record<string, Row> = {
  'entries/choices.listEntryChoices': member('own', (v, t) => listEntryChoices(v, t.campaign.id)),
}
