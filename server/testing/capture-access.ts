import 'server-only'
import { readText } from '@/lib/capture/read-text'
import { sourceSchema } from '@/lib/schemas/source'
import { captureDirectory } from '../capture/directory'
import { acceptDraft, draftFor, joinDraft, proposalsOf } from '../capture/proposals'
import { sourceOfDocument } from '../capture/save'
import { createSource } from '../sources/mutations'
import { member, writer, type Row } from './access-rows'
import { makeDraft, type Target } from './target'
import type { Viewer } from '../auth/viewer'
import { TEST_DAY } from './world'

const ARTICLE =
  'Drivers rallied outside the Harbor Depot in Seattle on 12 February 2026. They demanded that the company raise wages.'

const makeArticle = (target: Target) =>
  createSource(
    target.owner,
    sourceSchema(TEST_DAY).parse({ title: 'A report', capturedText: ARTICLE }),
  )

async function makeJoinable(target: Target, viewer: Viewer): Promise<string> {
  return `${await makeArticle(target)} ${await makeDraft(target, viewer)}`
}

const first = { key: 'd1', status: 'draft', today: TEST_DAY } as const

/** Reading articles, for the table of all access. */
export const captureAccess: Record<string, Row> = {
  'capture/directory.captureDirectory': member('own', (v) => captureDirectory(v)),
  'capture/proposals.proposalsOf': writer(
    'refused',
    (v, t, source) => proposalsOf(v, t.campaign.slug, source),
    makeArticle,
  ),
  'capture/proposals.draftFor': writer(
    'refused',
    (v, t, source) => draftFor(v, t.campaign.slug, source, 'd1'),
    makeArticle,
  ),
  'capture/proposals.acceptDraft': writer(
    'refused',
    (v, t, source) => acceptDraft(v, { slug: t.campaign.slug, source, ...first }),
    makeArticle,
  ),
  'capture/proposals.joinDraft': writer(
    'refused',
    (v, t, made) => {
      const [source = '', entry = ''] = made.split(' ')
      return joinDraft(v, { slug: t.campaign.slug, source, entry, key: 'd1', today: TEST_DAY })
    },
    makeJoinable,
  ),
  'capture/save.sourceOfDocument': writer('refused', (v, { campaign }) =>
    sourceOfDocument(v, readText(`Words of ${crypto.randomUUID()}.`), {
      campaign: campaign.id,
      today: TEST_DAY,
    }),
  ),
}
