import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import type { Tx } from '../db'
import { escapeLike, placeText } from './places'

/**
 * Entries in which every word of a text is found, in any order and as any part of a word, in title,
 * summary, place, participants, or the names of organizations and people, over the alias `e`.
 *
 * Readers of a share (not `open`) search what is left of the texts once the names of people who may
 * not be named are taken out; searching for such a name finds what searching for any absent word
 * finds.
 */
export async function textCondition(
  tx: Tx,
  workspaceId: string,
  text: string,
  open: boolean,
): Promise<Prisma.Sql> {
  const fields = Prisma.sql`concat_ws(' ', e.title, e.summary, ${placeText(open)}, e.participants)`
  const redacted = open ? null : await withoutHiddenNames(tx, fields)
  // One field after the other is twice as quick as all of them put together for each row.
  const said = (term: string) =>
    redacted
      ? Prisma.sql`${redacted} ilike ${term}`
      : Prisma.sql`e.title ilike ${term} or e.summary ilike ${term} or e.place ilike ${term}
          or e.participants ilike ${term}`
  const terms = text.split(' ').map((term) => `%${escapeLike(term)}%`)
  const named = await namedLike(tx, workspaceId, terms, open)
  const workspace = Prisma.sql`${workspaceId}::uuid`
  return Prisma.join(
    terms.map((term, index) => {
      const { organizations = [], people = [] } = named[index] ?? {}
      const ways = [said(term)]
      if (organizations.length > 0)
        ways.push(Prisma.sql`exists (select 1 from entry_organization eo
          where eo.workspace_id = ${workspace} and eo.entry_id = e.id
            and eo.organization_id = any(${organizations}::uuid[]))`)
      if (people.length > 0)
        ways.push(Prisma.sql`exists (select 1 from appearance a
          where a.workspace_id = ${workspace} and a.entry_id = e.id
            and a.person_id = any(${people}::uuid[]))`)
      return Prisma.sql`(${Prisma.join(ways, ' or ')})`
    }),
    ' and ',
  )
}

// Whose names hold each term. Names are few and entries many: where no name does, no entry need be
// asked for them.
async function namedLike(
  tx: Tx,
  workspaceId: string,
  terms: string[],
  open: boolean,
): Promise<{ organizations: string[]; people: string[] }[]> {
  const consent = open ? Prisma.sql`true` : Prisma.sql`p.consent = 'named'`
  return tx.$queryRaw`
    select array(select o.id from organization o
             where o.workspace_id = ${workspaceId}::uuid and o.name ilike t.term) as organizations,
           array(select p.id from person p
             where p.workspace_id = ${workspaceId}::uuid and p.name ilike t.term and ${consent}) as people
    from unnest(${terms}::text[]) with ordinality t(term, position) order by t.position`
}

// As lib/people/consent.ts takes names out of what is shown: whole words, in any case, also where
// more than one blank stands between them. PostgreSQL takes the longest alternative by itself.
async function withoutHiddenNames(tx: Tx, fields: Prisma.Sql): Promise<Prisma.Sql> {
  const people = await tx.person.findMany({
    where: { consent: { not: 'named' } },
    select: { name: true, otherNames: true },
  })
  const names = people
    .flatMap(({ name, otherNames }) => [name, ...otherNames])
    .map((name) => name.normalize('NFC').trim())
    .filter((name) => name !== '')
  if (names.length === 0) return fields
  const alternatives = [...new Set(names)].map((name) =>
    name.replaceAll(/[.*+?^${}()|[\]\\/-]/g, '\\$&').replaceAll(/\s+/g, '\\s+'),
  )
  const pattern = `(?<![[:alnum:]])(?:${alternatives.join('|')})(?![[:alnum:]])`
  return Prisma.sql`regexp_replace(normalize(${fields}, NFC), ${pattern}, ' ', 'gi')`
}
