import 'server-only'
import { noFilter } from '@/lib/timeline/filters'
import {
  changeSharePassword,
  handOverShare,
  listKeepers,
  revokeAllShares,
} from '../shares/links/keeping'
import { changeShareDetails, changeShareTerms } from '../shares/links/changes'
import { freezeShare, listEditions } from '../shares/editions/editions'
import { decidePlaces, listOpenPlaces } from '../shares/reading/open-places'
import { listPlaceMentions } from '../shares/reading/place-mentions'
import { revokeShare, takeBackEnd } from '../shares/links/ending'
import { countPaused, resumeShares } from '../shares/links/paused'
import { readPressKit } from '../shares/reading/press-kit'
import { countLenses } from '../shares/reading/lens-counts'
import { openPreview, previewShare } from '../shares/reading/preview'
import { getShare } from '../shares/links/queries'
import { dailyViews } from '../shares/links/views'
import { editor, ownerAlone, type Row } from './access-rows'
import { makeLink } from './target'

/** What is done with links beside making and ending one, for the table of all access. */
export const shareAccess: Record<string, Row> = {
  'shares/links/keeping.revokeAllShares': editor('own', (v) => revokeAllShares(v)),
  'shares/links/keeping.handOverShare': editor(
    'refused',
    (v, t, share) => handOverShare(v, { share, member: t.editor.memberId }),
    makeLink,
  ),
  'shares/links/keeping.changeSharePassword': editor(
    'refused',
    (v, _t, share) => changeSharePassword(v, { share, password: 'seven umbrellas for one teapot' }),
    makeLink,
  ),
  'shares/links/changes.changeShareTerms': editor(
    'refused',
    (v, _t, share) => changeShareTerms(v, { share, lens: 'ally' }),
    makeLink,
  ),
  'shares/links/changes.changeShareDetails': editor(
    'refused',
    (v, _t, share) => changeShareDetails(v, { share, label: 'for the newsroom' }),
    makeLink,
  ),
  'shares/links/queries.getShare': editor(
    'refused',
    (v, _t, share) => getShare(v, share),
    makeLink,
  ),
  'shares/links/views.dailyViews': editor('own', (v, _t, share) => dailyViews(v, share), makeLink),
  'shares/editions/editions.freezeShare': editor(
    'refused',
    (v, _t, share) => freezeShare(v, { share }),
    makeLink,
  ),
  'shares/editions/editions.listEditions': editor(
    'own',
    (v, _t, share) => listEditions(v, share),
    makeLink,
  ),
  'shares/reading/open-places.listOpenPlaces': editor('own', (v, t) =>
    listOpenPlaces(v, t.campaign.id),
  ),
  'shares/reading/open-places.decidePlaces': editor('own', (v) =>
    decidePlaces(v, [{ textKey: '0'.repeat(64), letters: 'march', decision: 'withheld' }]),
  ),
  'shares/reading/place-mentions.listPlaceMentions': editor('own', (v, t) =>
    listPlaceMentions(v, t.campaign.id),
  ),
  'shares/links/paused.countPaused': editor('own', (v) => countPaused(v)),
  'shares/links/paused.resumeShares': ownerAlone('own', (v) => resumeShares(v)),
  'shares/links/keeping.listKeepers': editor('own', (v) => listKeepers(v)),
  'shares/reading/press-kit.readPressKit': editor('refused', (v, t) =>
    readPressKit(v, { slug: t.campaign.slug, filter: noFilter, lens: 'press' }),
  ),
  'shares/reading/lens-counts.countLenses': editor('refused', (v, t) =>
    countLenses(v, { campaignId: t.campaign.id }),
  ),
  'shares/links/ending.takeBackEnd': editor(
    'refused',
    (v, _t, share) => takeBackEnd(v, share),
    async (t) => {
      const share = await makeLink(t)
      await revokeShare(t.owner, share)
      return share
    },
  ),
  'shares/reading/preview.openPreview': editor('refused', (v, t) =>
    openPreview(v, { campaignId: t.campaign.id, lens: 'press', choices: null }),
  ),
  'shares/reading/preview.previewShare': editor('refused', (v, t) =>
    previewShare(v, { campaignId: t.campaign.id, lens: 'press', choices: null }),
  ),
}
