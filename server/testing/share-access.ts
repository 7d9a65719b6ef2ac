import 'server-only'
import { changeSharePassword, handOverShare, listKeepers, revokeAllShares } from '../shares/keeping'
import { previewShare } from '../shares/preview'
import { editor, type Row } from './access-rows'
import { makeLink } from './target'

/** What is done with links beside making and ending one, for the table of all access. */
export const shareAccess: Record<string, Row> = {
  'shares/keeping.revokeAllShares': editor('own', (v) => revokeAllShares(v)),
  'shares/keeping.handOverShare': editor(
    'refused',
    (v, t, share) => handOverShare(v, { share, member: t.editor.memberId }),
    makeLink,
  ),
  'shares/keeping.changeSharePassword': editor(
    'refused',
    (v, _t, share) => changeSharePassword(v, { share, password: 'seven umbrellas for one teapot' }),
    makeLink,
  ),
  'shares/keeping.listKeepers': editor('own', (v) => listKeepers(v)),
  'shares/preview.previewShare': editor('refused', (v, t) =>
    previewShare(v, { campaignId: t.campaign.id, lens: 'press' }),
  ),
}
