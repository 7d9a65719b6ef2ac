import 'server-only'
import { todayIn } from '@/lib/dates/days'
import { parseDateWords } from '@/lib/dates/parse'
import type { Details } from '@/lib/kinds/define'
import { entryKinds } from '@/lib/kinds/names'
import { nestedInput } from '@/lib/forms/form-data'
import type { FormValues } from '@/lib/forms/state'
import { nameFor, stricter } from '@/lib/people/consent'
import type { Consent, PlacePrecision } from '@/lib/schemas/words'
import { Prisma } from '@/prisma/generated/client'
import { detailsWithPlace } from '../../entries/present-place'
import type { Context } from '../reading/read'

/** An entry whose fields were changed, and how exactly its place is shown. */
type Changed = { id: string; fields: readonly string[]; precision: PlacePrecision }

type Values = Record<string, unknown>
type State = { id: string; before: FormValues; now: FormValues }

/** What a save makes anew, and what finds a passage again: readers see none of it. */
const NOT_SEEN = new Set(['id', 'version', 'requestKey', 'prefix', 'suffix', 'consentReason'])

/**
 * Which of the changed fields of entries readers of a link could have seen a difference in, by what their
 * forms held before a moment and hold now, as the link would have shown either. An entry of which
 * no earlier state is kept is left out.
 *
 * @param begin a timestamp
 */
export async function seenChanges(
  context: Context,
  changed: readonly Changed[],
  begin: Prisma.Sql,
): Promise<Map<string, Set<string>>> {
  const ids = changed.filter(({ fields }) => fields.length > 0).map(({ id }) => id)
  const states = await statesOf(context, ids, begin)
  const values = states.map(({ id, before, now }) => ({
    id,
    before: nestedInput(before).input,
    now: nestedInput(now).input,
  }))
  const both = values.flatMap(({ before, now }) => [before, now])
  const [consents, shown] = await Promise.all([
    consentsOf(context, both.flatMap(namesIn)),
    shownAmong(
      context,
      both.flatMap(({ links }) => rows(links).flatMap((row) => text(row.entryId))),
    ),
  ])
  const of = new Map(changed.map((one) => [one.id, one]))
  return new Map(
    values.map(({ id, before, now }) => {
      const { fields = [], precision = 'hidden' } = of.get(id) ?? {}
      const seen = (field: string, state: Values) =>
        JSON.stringify(asSeen(field, state, { ...context, consents, shown, precision }))
      return [id, new Set(fields.filter((field) => seen(field, before) !== seen(field, now)))]
    }),
  )
}

function statesOf({ tx, reader }: Context, ids: string[], begin: Prisma.Sql): Promise<State[]> {
  const of = Prisma.sql`r.workspace_id = ${reader.workspaceId}::uuid and r.record = 'entry' and r.record_id = e.id`
  return tx.$queryRaw<State[]>`
    select e.id, b.snapshot as before, n.snapshot as now from entry e
      cross join lateral (select r.snapshot from revision r where ${of} and r.at < ${begin}
        order by r.version desc limit 1) b
      cross join lateral (select r.snapshot from revision r where ${of}
        order by r.version desc limit 1) n
     where e.workspace_id = ${reader.workspaceId}::uuid and e.id = any(${ids}::uuid[])`
}

type Audience = Pick<Context, 'names' | 'rules' | 'campaign'> & {
  consents: (name: string) => Consent
  shown: ReadonlySet<string>
  precision: PlacePrecision
}

/** A field as readers would have seen it. */
function asSeen(field: string, state: Values, audience: Audience): unknown {
  const value = state[field]
  const { rules, names, shown, precision } = audience
  switch (field) {
    case 'alsoKind':
      return rules.kinds.some((kind) => kind === value) ? value : ''
    case 'accordingTo':
      return accountSeen(text(value), audience)
    case 'date':
      return dateSeen(text(value), audience)
    case 'appearances':
      return names.showAll(appearancesSeen(rows(value), audience))
    case 'links':
      return names.showAll(
        rows(value)
          .filter(({ entryId }) => shown.has(text(entryId)))
          .map(contentOf),
      )
    case 'details':
      return names.showAll(contentOf(detailsSeen(text(state.kind), value, precision)))
    default:
      return names.showAll(contentOf(value))
  }
}

function accountSeen(name: string, { consents, rules, names }: Audience): string | null {
  if (name === '') return null
  const consent = consents(name)
  if (!rules.people.includes(consent)) return ''
  return names.show(nameFor(name, consent) ?? '')
}

// What of a kind's own values tells the place goes with it.
function detailsSeen(name: string, value: unknown, precision: PlacePrecision): unknown {
  const kind = entryKinds.find((one) => one === name)
  if (!kind || typeof value !== 'object' || value === null) return value
  return detailsWithPlace({ kind, details: value as Details }, precision)
}

// The hour by the clocks of a hidden place is not shown.
function dateSeen(words: string, { precision, campaign }: Audience): string {
  if (precision !== 'hidden') return words
  const read = parseDateWords(words, { today: todayIn(campaign.timeZone) })
  return read.ok ? read.edtf : words
}

// As `sharedAppearances` shows them: a quote that is stricter than its speaker stands apart.
function appearancesSeen(people: Values[], { consents, rules }: Audience): unknown[] {
  const apart: { name: string; quotes: unknown[] }[] = []
  const own = people.flatMap(({ name: written, quotes: said, ...row }) => {
    const name = text(written)
    const isNobody = name === ''
    const consent = isNobody ? 'named' : consents(name)
    const sees = (one: Consent) =>
      isNobody || rules.people.includes(one) ? nameFor(name, one) : null
    const quotes = rows(said).flatMap(({ consent: asked, ...quote }) => {
      const strict = stricter(consent, (text(asked) || null) as Consent | null)
      if (strict === consent) return [contentOf(quote)]
      const shown = sees(strict)
      if (shown !== null) apart.push({ name: shown, quotes: [contentOf(quote)] })
      return []
    })
    const shown = sees(consent)
    return shown === null ? [] : [{ ...contentOf(row), name: shown, quotes }]
  })
  const words = apart.map((one) => JSON.stringify(one)).sort()
  return [...own, ...words.map((one): unknown => JSON.parse(one))]
}

/** A value without what readers never see, and without what is empty. */
function contentOf(value: unknown): Values {
  const walk = (one: unknown): unknown => {
    if (typeof one === 'string') return one.replaceAll('\r\n', '\n').trim()
    if (Array.isArray(one)) return one.map(walk).filter((each) => !isEmpty(each))
    if (typeof one !== 'object' || one === null) return one
    return Object.fromEntries(
      Object.entries(one)
        .filter(([name]) => !NOT_SEEN.has(name))
        .map(([name, each]) => [name, walk(each)] as const)
        .filter(([, each]) => !isEmpty(each)),
    )
  }
  return walk(value) as Values
}

function isEmpty(value: unknown): boolean {
  return (
    value === '' || (typeof value === 'object' && value !== null && Object.keys(value).length === 0)
  )
}

function namesIn({ accordingTo, appearances }: Values): string[] {
  return [text(accordingTo), ...rows(appearances).map(({ name }) => text(name))].filter(Boolean)
}

/** The consent of whoever had a name, the strictest of several; nobody knows one who is gone. */
async function consentsOf(
  { tx, reader }: Context,
  names: string[],
): Promise<(name: string) => Consent> {
  const known = new Map<string, Consent>()
  if (names.length > 0) {
    const found = await tx.$queryRaw<{ name: string; consent: Consent }[]>`
      select n.name, p.consent::text as consent from person p
        cross join lateral (
          select unnest(array_append(p.other_names, p.name)) as name
          union select f.name from former_name f
            where f.workspace_id = p.workspace_id and f.person_id = p.id) n
       where p.workspace_id = ${reader.workspaceId}::uuid and n.name = any(${names}::text[])`
    for (const { name, consent } of found)
      known.set(name, stricter(known.get(name) ?? 'named', consent))
  }
  return (name) => known.get(name) ?? 'hidden'
}

async function shownAmong({ tx, entries }: Context, ids: string[]): Promise<Set<string>> {
  const asked = ids.filter((id) => /^[\da-f-]{36}$/.test(id))
  if (asked.length === 0) return new Set()
  const found = await tx.$queryRaw<{ id: string }[]>`
    select e.id from entry e where ${entries} and e.id = any(${asked}::uuid[])`
  return new Set(found.map(({ id }) => id))
}

function rows(value: unknown): Values[] {
  return Array.isArray(value) ? (value as Values[]) : []
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
