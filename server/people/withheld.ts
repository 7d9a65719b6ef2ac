import 'server-only'
import { setImmediate } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import { WithheldNames, type Person } from '@/lib/people/withheld-names'
import { Withholder, type Around } from '@/lib/people/withholder'
import type { Consent } from '@/lib/schemas/words'
import { Prisma } from '@/prisma/generated/client'
import type { Tx } from '../db'
import { isCommonWord } from './common-words'
import { decisionsOf } from './decisions'
import { erasedNames } from './erased'

const withholders = new LRUCache<string, Promise<Withholder>>({ max: 24 })

/**
 * What takes the names of people out of texts, for readers to whom people of the consents in
 * `consents` are shown at all. It is built once for each state of a workspace's people.
 */
export async function withholderFor(
  tx: Tx,
  workspaceId: string,
  consents: readonly Consent[] | Promise<readonly Consent[]>,
): Promise<Withholder> {
  const [state, shown] = await Promise.all([stateOf(tx, workspaceId), consents])
  const key = `${workspaceId} ${[...shown].sort().join(',')} ${state}`
  const known = withholders.get(key)
  if (known) return known
  const read = await readNames(tx, workspaceId, shown)
  // Whoever asked at the same time has read them too; one builds.
  const made = withholders.get(key) ?? build(read)
  withholders.set(key, made)
  return made
}

/** Of some thousands of people it takes a while, in which other requests go on. */
async function build({ people, around }: Names): Promise<Withholder> {
  const letOthersGoOn = () => setImmediate()
  return new Withholder(await WithheldNames.inTurns(people, isCommonWord, letOthersGoOn), around)
}

/** The people, over the alias `p` of `person`, whose names count for readers of shares. */
// Whom a contributor added counts from the publishing of an entry that names them: what nobody has
// looked at changes nothing that readers see. It may be an entry that this viewer may not see, in a
// restricted campaign. Whoever went into another person is that person.
const counted = Prisma.sql`(p.confirmed or p.id in (select people_in_published()))
  and not (p.trashed_at is not null and exists (
    select from undoable_change u where u.workspace_id = p.workspace_id and u.kind = 'merge'
      and u.record = 'person' and u.gone_id = p.id and u.undone_at is null))`

// Everything that a withholder is built from, as one short text. Sums do not depend on the order.
async function stateOf(tx: Tx, workspaceId: string): Promise<string> {
  const workspace = Prisma.sql`workspace_id = ${workspaceId}::uuid`
  const sum = (text: Prisma.Sql) =>
    Prisma.sql`count(*) || '.' || coalesce(sum(hashtextextended(${text}, 0)::numeric), 0)`
  const [row] = await tx.$queryRaw<{ state: string }[]>`
    select concat_ws(' ',
      (select ${sum(Prisma.sql`concat_ws('|', id, name, other_names::text, consent, confirmed, trashed_at)`)}
         from person where ${workspace}),
      (select count(*) from person p where p.${workspace} and not p.confirmed and ${counted}),
      (select ${sum(Prisma.sql`concat_ws('|', person_id, name, shown)`)} from former_name where ${workspace}),
      (select ${sum(Prisma.sql`fingerprint::text`)} from erased_name where ${workspace}),
      (select ${sum(Prisma.sql`concat_ws('|', text_key::text, letters, withheld)`)} from name_decision where ${workspace})
    ) as state`
  return row?.state ?? ''
}

type Row = { names: string[]; former: string[]; consent: Consent }

type Names = { people: Person[]; around: Around }

async function readNames(tx: Tx, workspaceId: string, shown: readonly Consent[]): Promise<Names> {
  const rows = await tx.$queryRaw<Row[]>`
    select array_append(p.other_names, p.name) as names, p.consent::text as consent,
      array(select f.name from former_name f where f.workspace_id = p.workspace_id
        and f.person_id = p.id and not f.shown) as former
    from person p where p.workspace_id = ${workspaceId}::uuid and ${counted}`
  const left = await tx.erasedName.findMany({
    where: { workspaceId },
    select: { fingerprint: true },
  })
  const people = rows.map(({ consent, ...row }): Person => ({
    ...row,
    consent: shown.includes(consent) ? consent : 'hidden',
  }))
  const isErased = erasedNames(
    workspaceId,
    left.map(({ fingerprint }) => fingerprint),
  )
  const isDecided = await decisionsOf(tx, workspaceId)
  return { people, around: { isCommon: isCommonWord, isErased, isDecided } }
}
