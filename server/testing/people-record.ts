import 'server-only'
import { personSchema } from '@/lib/schemas/person'
import { shareSchema } from '@/lib/schemas/share'
import type { Consent } from '@/lib/schemas/words'
import { lensRules } from '@/lib/shares/lens'
import { systemViewer } from '../auth/viewers'
import { withViewer } from '../db'
import { getEntry } from '../entries/queries'
import { restoreEntry, trashEntry } from '../entries/trash'
import { mergeRecords } from '../merging/merge'
import { listMerges, undoMerge } from '../merging/unmerge'
import { createPerson, updatePerson } from '../people/mutations'
import { getPerson } from '../people/queries'
import { freezeShare } from '../shares/editions/editions'
import { createShare } from '../shares/links/mutations'
import { decidePlaces, listOpenPlaces } from '../shares/reading/open-places'
import { restoreRecord, trashRecord } from '../trash/mutations'
import { purgeTrash } from '../trash/purge'
import { editOf, saveEdit } from './editing'
import { addressOf, spellingsOf, type MadeUpName } from './spellings'
import { logEntry, newWorld, type World } from './world'

const MONTH_MS = 31 * 86_400_000
const CONSENTS: readonly Consent[] = ['named', 'initials', 'role_only', 'hidden']

/** Names that no text has otherwise, of which each has initials of its own. */
export const madeUpNames: readonly MadeUpName[] = [
  ['Quirin', 'Xylander'],
  ['Yussra', 'Qandilov'],
  ['Zdeněk', 'Vrbšťanský'],
  ['Jorunn', 'Kvåsohagen'],
  ['Ксенофонт', 'Дзержанов'],
  ['Wendeline', "O'Tworzyk"],
  ['Ümmügül', 'Bağişlayan'],
  ['Fjodora', 'Gszlachty'],
]

export const inFull = (name: MadeUpName) => name.join(' ')

/** A record whose texts name people in every spelling, and the links to it. */
export type PeopleRecord = World & {
  people: string[]
  entries: string[]
  links: { id: string; url: string; people: readonly Consent[] }[]
}

/** Makes such a record: the first names are of people in it, the others are free for later. */
export async function newPeopleRecord(): Promise<PeopleRecord> {
  const world = await newWorld()
  const { owner, campaign } = world
  const all = madeUpNames.flatMap(spellingsOf)
  await withViewer(owner, (tx) =>
    tx.campaign.updateMany({ where: { id: campaign.id }, data: { summary: all.join('; ') } }),
  )
  const people: string[] = []
  for (const name of madeUpNames.slice(0, 3)) {
    const consent = { consent: 'named', consentReason: 'agreed' }
    const person = personSchema.parse({ name: inFull(name), ...consent })
    people.push(await createPerson(owner, person))
  }
  const entries = []
  for (const [index, name] of madeUpNames.slice(0, 3).entries())
    entries.push((await logEntry(owner, campaign, textsAbout(name, all, index))).id)
  return { ...world, people, entries, links: await linksOf(world) }
}

function textsAbout(name: MadeUpName, all: string[], index: number) {
  const others = madeUpNames.map((one) => `${one[1]}-Fund`)
  return {
    ...(index === 0 ? { accordingTo: inFull(name) } : {}),
    title: `${others[index + 3] ?? ''}: ${all.slice(index * 5, index * 5 + 5).join(', ')}`,
    summary: all.join(' and '),
    participants: others.join(', '),
    ...{ tags: madeUpNames.map(([, last]) => last).join(','), crowd: '300' },
    ...{ crowdCountedBy: inFull(name), place: `${name[1]} Square` },
    placeClaims: [{ value: `The house of ${inFull(name)}`, saidBy: inFull(name) }],
    organizations: [{ name: `The ${inFull(name)} Foundation`, part: 'target' }],
    citations: madeUpNames.map((one) => ({
      ...{ title: `A profile of ${one[1]}, ${one[0]}`, url: addressOf(one) },
      exact: `says ${inFull(one)}`,
    })),
    demands: [{ wording: `Reinstate ${others[index] ?? ''}`, targets: `${name[1]} & Sons` }],
    appearances: [
      { name: inFull(name), quotes: [{ text: `I am ${inFull(name)}.`, source: 'entry' }] },
    ],
  }
}

async function linksOf({ owner, campaign }: World): Promise<PeopleRecord['links']> {
  const links = []
  for (const lens of ['public', 'member'] as const) {
    const input = shareSchema.parse({ campaign: campaign.id, lens })
    links.push({ ...(await createShare(owner, input)), people: lensRules[lens].people })
  }
  return links
}

type Step = (record: PeopleRecord, one: number, other: number) => Promise<unknown>

const pick = <T>(list: readonly T[], index: number): T => list[index % list.length] as T

/** What may be done to the people of a record. A refusal is thrown, as it is everywhere. */
export const peopleSteps: Record<string, Step> = {
  async rename({ owner, people }, one, other) {
    const id = pick(people, one)
    const { name, otherNames, consent, consentReason, version } = await getPerson(owner, id)
    const kept = other % 2 === 0 ? otherNames : [...otherNames, name]
    const input = { name: inFull(pick(madeUpNames, other)), otherNames: kept.join('; ') }
    await updatePerson(owner, id, personSchema.parse({ ...input, consent, consentReason, version }))
  },
  async consent({ owner, people }, one, other) {
    const id = pick(people, one)
    const { name, otherNames, version } = await getPerson(owner, id)
    const said = { consent: pick(CONSENTS, other), consentReason: 'said so' }
    const input = { name, otherNames: otherNames.join('; '), ...said, version }
    await updatePerson(owner, id, personSchema.parse(input))
  },
  async hide(record, one) {
    await peopleSteps.consent?.(record, one, 3)
  },
  async merge({ owner, people }, one, other) {
    const [survivorId, duplicateId] = [pick(people, one), pick(people, other)]
    await mergeRecords(owner, 'person', { survivorId, duplicateId, take: {} })
  },
  async unmerge({ owner, people }, one) {
    const [merge] = await listMerges(owner, 'person', pick(people, one))
    if (merge) await undoMerge(owner, merge.id)
  },
  async trash({ owner, people, entries }, one) {
    for (const id of entries) {
      const entry = await getEntry(owner, id).catch(() => null)
      if (!entry) continue
      const names = Object.entries(editOf(entry)).filter(
        ([name]) => !name.startsWith('appearances.') && name !== 'accordingTo',
      )
      await saveEdit(owner, entry, Object.fromEntries(names))
    }
    await trashRecord(owner, 'person', pick(people, one))
  },
  async restore({ owner, people }, one) {
    await restoreRecord(owner, 'person', pick(people, one))
  },
  async erase(record) {
    await purgeTrash(systemViewer(record.workspaceId), new Date(Date.now() + MONTH_MS))
  },
  async trashEntry({ owner, entries }, one) {
    await trashEntry(owner, pick(entries.slice(1), one))
  },
  async restoreEntry({ owner, entries }, one) {
    await restoreEntry(owner, pick(entries.slice(1), one))
  },
  async edit({ owner, entries }, one, other) {
    const entry = await getEntry(owner, pick(entries, one))
    const all = madeUpNames.flatMap(spellingsOf)
    const from = (other * 7) % all.length
    const edit = {
      title: all.slice(from, from + 3).join(', '),
      summary: all.slice(from).join('; '),
    }
    await saveEdit(owner, entry, editOf(entry, edit))
  },
  async decide({ owner, campaign }, one, other) {
    const { places } = await listOpenPlaces(owner, campaign.id)
    const decision = other % 2 === 0 ? 'withheld' : 'shown'
    // One of them, or all at once, as the form of a link does.
    const chosen = other % 3 === 0 ? places : places.slice(one % 5, (one % 5) + 1)
    await decidePlaces(
      owner,
      chosen.map((place) => ({ ...place, decision })),
    )
  },
  async freeze({ owner, links }, one) {
    await freezeShare(owner, { share: pick(links, one).id })
  },
}
