import 'server-only'
import { createHmac, hkdfSync } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import { formsOf, type NameForm } from '@/lib/people/name-forms'
import type { ErasedForm } from '@/lib/people/erased-names'
import type { Tx } from '../db'
import { env } from '../env'
import { isCommonWord } from './common-words'
import { keyDecisions } from './decisions'
import { forgetNames } from './forget-names'

const MOST_KNOWN = 50_000

/** A keyed fingerprint of one form of a name; without the key it confirms no guess. */
function fingerprint(key: Buffer, sort: ErasedForm, letters: string): Buffer<ArrayBuffer> {
  return createHmac('sha256', key).update(`${sort}\n${letters}`).digest()
}

function keyOf(workspaceId: string): Buffer {
  return Buffer.from(hkdfSync('sha256', env().secret, '', `erased names ${workspaceId}`, 32))
}

type Erased = { workspaceId: string; withheld: string[]; names: string[] }

/**
 * Leaves the fingerprints of the names of people who are about to be erased, so that they stay
 * withheld: of the names that were withheld when they went, and of nothing else. Whoever went into
 * another person by a merge leaves theirs with that one. Where else the
 * names were kept for a person, they go (`forgetNames`).
 */
export async function leaveErasedNames(tx: Tx, ids: string[]): Promise<void> {
  const people = await tx.$queryRaw<Erased[]>`
    select p.workspace_id as "workspaceId",
      case when p.consent = 'named' then '{}' else array_append(p.other_names, p.name) end
        || array(select f.name from former_name f
            where f.workspace_id = p.workspace_id and f.person_id = p.id and not f.shown) as withheld,
      array_append(p.other_names, p.name) || array(select f.name from former_name f
        where f.workspace_id = p.workspace_id and f.person_id = p.id) as names
    from person p
    where p.id = any(${ids}::uuid[]) and not exists (
      select from undoable_change u
      join person kept on kept.workspace_id = u.workspace_id and kept.id = u.kept_id
      where u.workspace_id = p.workspace_id and u.kind = 'merge' and u.record = 'person'
        and u.gone_id = p.id and u.undone_at is null)`
  for (const { workspaceId, withheld, names } of people) {
    const key = keyOf(workspaceId)
    const data = withheld.flatMap(formsOf).flatMap((form) =>
      kindsOf(form).map(([sort, letters]) => ({
        workspaceId,
        fingerprint: fingerprint(key, sort, letters),
      })),
    )
    await tx.erasedName.createMany({ data, skipDuplicates: true })
    await forgetNames(tx, names)
    await keyDecisions(tx, workspaceId)
  }
}

function kindsOf({ letters, sort, head }: NameForm): [ErasedForm, string][] {
  if (sort === 'initials') return [[sort, letters]]
  // Run together, as in a handle, a form is one word.
  if (sort === 'initialed')
    return [
      [sort, letters],
      ['word', letters],
    ]
  // Of a part that is common by itself an editor goes on being asked.
  if (sort === 'part' && (letters.length < 3 || isCommonWord(letters)))
    return [
      ['word', head],
      ['word', letters],
    ]
  return [
    ['word', head],
    ['word', letters],
    ['name', letters],
  ]
}

/** What tells whether letters are a form of an erased name, from the fingerprints that were left. */
export function erasedNames(
  workspaceId: string,
  fingerprints: readonly Uint8Array[],
): ((letters: string, sort: ErasedForm) => boolean) | undefined {
  if (fingerprints.length === 0) return undefined
  const left = new Set(fingerprints.map((bytes) => Buffer.from(bytes).toString('base64')))
  const key = keyOf(workspaceId)
  // The words of a record come again and again, and a fingerprint is costly.
  const known = new LRUCache<string, boolean>({ max: MOST_KNOWN })
  return (letters, sort) => {
    const asked = `${sort}\n${letters}`
    const answer = known.get(asked)
    if (answer !== undefined) return answer
    const found = left.has(fingerprint(key, sort, letters).toString('base64'))
    known.set(asked, found)
    return found
  }
}
