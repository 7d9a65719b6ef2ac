import { actionKinds, kindOf } from '@/lib/kinds/index'
import type { Organizer } from '@/server/auth/viewer'
import { listDemands } from '@/server/demands/queries'

/** What a plan's form offers: the kinds of actions, and the demands of the campaign. */
export async function planChoices(viewer: Organizer, campaignId: string) {
  const demands = await listDemands(viewer, campaignId)
  return {
    kinds: actionKinds().map((value) => ({ value, label: kindOf(value).label })),
    demands: demands.map(({ id, number, wording }) => ({
      value: id,
      label: `${number}. ${wording}`,
    })),
  }
}
