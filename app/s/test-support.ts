import { createShare } from '@/server/shares/links/mutations'
import type { newCampaign } from '@/server/shares/test-support'

/** A link of the press to a new campaign. */
export async function shareOf({ operator, campaign }: Awaited<ReturnType<typeof newCampaign>>) {
  const input = { campaign: campaign.id, lens: 'press', expires: 30, label: '' } as const
  return createShare(operator, input)
}

/** The page as its reader sees it: without marks, with the entities that React writes resolved. */
export function words(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
}
