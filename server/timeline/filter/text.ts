import 'server-only'
import type { Withholder } from '@/lib/people/withholder'
import { Prisma } from '@/prisma/generated/client'
import type { Tx } from '../../db'
import { escapeLike } from '../../any-case'
import { placeText } from './places'

const AT_ONCE = 2_000

type Searched = {
  tx: Tx
  workspaceId: string
  /** The entries among which is searched, over the alias `e`. */
  within: Prisma.Sql
  /** What takes names out for a reader of a share; null for members, who search what is written. */
  names: Withholder | null
}

/**
 * Entries in which every word of a text is found, in any order and as any part of a word, in title,
 * summary, place, participants, or the names of organizations and people, over the alias `e`.
 *
 * Readers of a share search what they are shown, and nothing else: a word that may be part of a
 * withheld name is looked for again in what is left of the texts. Searching for such a name finds
 * what searching for any absent word finds.
 */
export async function textCondition(searched: Searched, text: string): Promise<Prisma.Sql> {
  const { workspaceId, names } = searched
  const words = text.split(' ')
  const named = await namedLike(searched, words)
  const workspace = Prisma.sql`${workspaceId}::uuid`
  const conditions: Prisma.Sql[] = []
  for (const [index, word] of words.entries()) {
    const { organizations = [], people = [] } = named[index] ?? {}
    const ways = [
      names?.mayHide(word) ? await shownIn(searched, names, word) : written(word, names === null),
    ]
    if (organizations.length > 0)
      ways.push(Prisma.sql`exists (select 1 from entry_organization eo
        where eo.workspace_id = ${workspace} and eo.entry_id = e.id
          and eo.organization_id = any(${organizations}::uuid[]))`)
    if (people.length > 0)
      ways.push(Prisma.sql`exists (select 1 from appearance a
        where a.workspace_id = ${workspace} and a.entry_id = e.id
          and a.person_id = any(${people}::uuid[]))`)
    conditions.push(Prisma.sql`(${Prisma.join(ways, ' or ')})`)
  }
  return Prisma.join(conditions, ' and ')
}

// One field after the other is twice as quick as all of them put together for each row.
function written(word: string, open: boolean): Prisma.Sql {
  const term = like(word)
  return Prisma.sql`e.title ilike ${term} or e.summary ilike ${term} or ${placeText(open)} ilike ${term}
    or e.participants ilike ${term}`
}

/** The entries in which a word is found once the names that may not be shown are taken out. */
async function shownIn(
  { tx, within }: Searched,
  names: Withholder,
  word: string,
): Promise<Prisma.Sql> {
  const found: string[] = []
  let after = '00000000-0000-0000-0000-000000000000'
  for (let last = AT_ONCE; last === AT_ONCE;) {
    const rows = await tx.$queryRaw<{ id: string; texts: string[] }[]>`
      select e.id, array[e.title, e.summary, ${placeText(false)}, e.participants] as texts from entry e
      where ${within} and (${written(word, false)}) and e.id > ${after}::uuid
      order by e.id limit ${AT_ONCE}`
    for (const { id, texts } of rows)
      if (texts.some((text) => holds(names, text, word))) found.push(id)
    last = rows.length
    after = rows.at(-1)?.id ?? after
  }
  return Prisma.sql`e.id = any(${found}::uuid[])`
}

function holds(names: Withholder | null, text: string, word: string): boolean {
  const shown = names ? names.show(text) : text
  return shown.toLowerCase().includes(word.normalize('NFC').toLowerCase())
}

// Whose names hold each word. Names are few and entries many: where no name does, no entry need be
// asked for them.
async function namedLike(
  { tx, workspaceId, names }: Searched,
  words: string[],
): Promise<{ organizations: string[]; people: string[] }[]> {
  const consent = names === null ? Prisma.sql`true` : Prisma.sql`p.consent = 'named'`
  type Named = { id: string; name: string }
  const rows = await tx.$queryRaw<{ organizations: Named[]; people: Named[] }[]>`
    select coalesce((select json_agg(json_build_object('id', o.id, 'name', o.name)) from organization o
             where o.workspace_id = ${workspaceId}::uuid and o.name ilike t.term), '[]') as organizations,
           coalesce((select json_agg(json_build_object('id', p.id, 'name', p.name)) from person p
             where p.workspace_id = ${workspaceId}::uuid and p.name ilike t.term and ${consent}), '[]') as people
    from unnest(${words.map(like)}::text[]) with ordinality t(term, position) order by t.position`
  return rows.map(({ organizations, people }, index) => {
    const found = (named: Named[]) =>
      named
        .filter(({ name }) => names === null || holds(names, name, words[index] ?? ''))
        .map(({ id }) => id)
    return { organizations: found(organizations), people: found(people) }
  })
}

function like(word: string): string {
  return `%${escapeLike(word)}%`
}
