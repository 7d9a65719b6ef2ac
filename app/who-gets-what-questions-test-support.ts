import { plotNames } from '@/lib/plots/plots'
import { previewPath } from '@/server/shares/reading/preview-address'
import { recordIdFor } from '@/server/shares/reading/record-ids'
import { CANARY, type Target } from '@/server/testing/target'
import type { Endpoint } from '@/server/api/endpoint'
import { fresh, picture, SHEET, type Askers } from './who-gets-what-world-test-support'

const NONE = '0199d0c2-7c1e-7b3a-9f52-2f6f2d8f4a11'

const WHOLE = { lens: 'press', choices: null, scope: 'campaign', filter: '', entry: '' } as const

/** What stands in the places of a route of members: records of the target. */
export function paramsOf(
  route: string,
  of: Target,
  { records }: Pick<Askers, 'records'>,
): Record<string, string> {
  const made = records.get(of)
  const ids: Record<string, string | undefined> = {
    ...{ entries: of.entryId, organizations: of.organizationId, people: of.personId },
    ...{ plans: made?.plan, shares: made?.link },
    sources: route.endsWith('/capture') ? made?.article : of.sourceId,
    ...{ imports: made?.import, import: made?.import, photos: made?.photo },
  }
  const parts = route.split('/')
  const before = (name: string) => parts[parts.indexOf(name) - 1] ?? ''
  const files: Record<string, string> = {
    ...{ scorecard: 'scorecard.csv', '[id]': 'small', plots: `${plotNames[0]}.svg` },
    mark: `${made?.mark}.png`,
  }
  return {
    slug: of.campaign.slug,
    number: String(of.demand.number),
    id: ids[before('[id]')] ?? NONE,
    file: files[before('[file]')] ?? NONE,
    // The whole workspace has one format alone.
    format: /^\/exports?\//.test(route) ? 'json' : 'csv',
    photo: made?.photo ?? NONE,
    ...{ campaign: of.campaign.slug, entry: of.entryId, import: made?.import ?? NONE },
    ...{ share: made?.link ?? NONE, assessment: NONE },
    ...{ token: 'x'.repeat(26), '...path': 'campaigns' },
    terms: previewPath('', WHOLE).split('/').at(-1) ?? '',
  }
}

/** What stands in the places of a route behind a link. */
export function paramsOfLink(
  route: string,
  { secret, reader }: Askers['links'][number],
  { target, records }: Askers,
) {
  const [, , , part = ''] = route.split('/')
  const made = records.get(target)
  const files: Record<string, string> = {
    ...{ plots: `${plotNames[0]}.csv`, e: 'entry.ics', p: 'small', mark: `${made?.mark}.png` },
  }
  const id = part === 'p' ? made?.photo : target.entryId
  return {
    ...{ token: secret, edition: '1', file: files[part] ?? 'entries.csv' },
    id: reader && id ? recordIdFor(reader, id) : '0'.repeat(32),
  }
}

/** The query of a page or of a handler that reads. */
export function queryOf(route: string, of: Target | undefined): string {
  if (route === '/api/lookup') return `kind=organization&q=${CANARY}`
  // A link finds nothing by a word that a name is made of, where nobody has agreed to be named.
  if (!of) return ''
  // A download refuses what it would ignore.
  if (route === '/export/[format]') return ''
  if (route === '/campaigns/[slug]/export/[format]') return `q=${CANARY}`
  const more: Record<string, string> = {
    '/api/lanes': '&level=5&page=50&by=lane',
    '/api/alike': `&kind=rally&title=${CANARY} rally&date=2026-02-13`,
  }
  return `campaign=${of.campaign.slug}&q=${CANARY}${more[route] ?? ''}`
}

/** The form that a handler takes: as good as one that is sent by its page. */
export async function formOf(
  route: string,
  of: Target | undefined,
  secret = '',
): Promise<FormData | URLSearchParams> {
  if (route === '/s') return new URLSearchParams({ code: secret })
  if (route === '/s/[token]') return new URLSearchParams({ password: 'not the password' })
  const form = new FormData()
  form.append('campaign', of?.campaign.slug ?? '')
  const sheet = new File([SHEET], 'rows.csv')
  const article = new File(['Drivers rallied outside the Harbor Depot.'], 'article.txt')
  form.append('file', route === '/api/imports' ? sheet : article)
  form.append('photo', new File([Uint8Array.from(await picture())], 'photo.png'))
  return form
}

let made = 0

/** What a program sends to an endpoint: a body that the endpoint takes. */
function bodyOf({ name }: Endpoint, { organizationId }: Target): object {
  const title = `Another ${(made += 1)}`
  const bodies: Record<string, object> = {
    createCampaign: { title, timeZone: 'UTC' },
    createEntry: { kind: 'rally', title, date: '2026-02-20', status: 'draft' },
    changeEntry: { participants: 'Drivers' },
    reviewEntry: { decision: 'publish' },
    createDemand: { wording: title, targets: 'Amazon' },
    createAssessment: { organization: organizationId, standing: 'refused', date: '2026-02-20' },
    decideAssessment: { decision: 'confirmed' },
    createSource: { title },
    addImport: { name: 'rows.csv', text: SHEET },
    startImport: { alike: 'make' },
    createOrganization: { name: title },
    // A name that stands in no text, where it would have to be decided before a link is made.
    createPerson: { name: `Somebody ${made}` },
  }
  return bodies[name] ?? {}
}

/** Rows of the table of all access that make what an endpoint uses up, by its name. */
const USED_UP: Record<string, string> = {
  trashEntry: 'entries/trash.trashEntry',
  restoreEntry: 'entries/trash.restoreEntry',
  reviewEntry: 'entries/trash.trashEntry',
  trashOrganization: 'organizations/mutations.createOrganization',
  trashPerson: 'people/mutations.createPerson',
  trashSource: 'sources/mutations.createSource',
  trashDemand: 'demands/mutations.createDemand',
  decideAssessment: 'demands/assessments.decide',
  startImport: 'imports/run.startImport',
  cancelImport: 'imports/mutations.cancelImport',
  discardImport: 'imports/mutations.discardImport',
  undoImport: 'imports/mutations.undoImport',
  endShare: 'shares/links/ending.revokeShare',
}

/** What a program asks an endpoint: of a record of its own where the endpoint uses it up. */
export async function requestOf(
  endpoint: Endpoint,
  { token, of }: Askers['programs'][number],
  askers: Askers,
): Promise<Request> {
  const { name, method, path } = endpoint
  const params = paramsOf(path.replaceAll(/\{(\w+)\}/g, '[$1]'), of, askers)
  const last = /\{(\w+)\}[^{]*$/.exec(path)?.[1]
  const row = USED_UP[name]
  if (row && last) params[last] = idIn(await fresh(row, of))
  const at = path.replaceAll(/\{(\w+)\}/g, (_all, place: string) => params[place] ?? NONE)
  return new Request(
    `http://127.0.0.1:3000/api/v1${at}${name === 'createEntry' ? '?alike=make' : ''}`,
    {
      method,
      headers: { authorization: `Bearer ${token}`, 'if-match': '*' },
      ...(method !== 'GET' && { body: JSON.stringify(bodyOf(endpoint, of)) }),
    },
  )
}

// A demand is addressed by its number.
function idIn(made: string | { number: number }): string {
  return typeof made === 'string' ? made : String(made.number)
}
