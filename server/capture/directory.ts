import 'server-only'
import type { CaptureDirectory } from '@/lib/capture/types'
import { requireMember, type Viewer } from '../auth/viewer'
import { withViewer } from '../db'
import { foldName, townsOfTheWorld } from '../places/gazetteer'
import { countryName, regionName } from '../places/regions'

const MOST_NAMES = 20_000
/** Smaller towns share their names with too many families and companies. */
const KNOWN_TOWN = 15_000

/**
 * The names that a reader of articles knows: the workspace's organizations and people with their other names, and
 * the world's towns, states and countries.
 *
 * @throws AppError `forbidden` for readers of a share.
 */
export async function captureDirectory(viewer: Viewer): Promise<CaptureDirectory> {
  requireMember(viewer)
  // Reading the gazetteer keeps the process busy for a moment; no connection waits meanwhile.
  const isPlace = await placeNames()
  const names = await withViewer(viewer, async (tx) => {
    const select = { id: true, name: true, otherNames: true } as const
    const where = { trashedAt: null }
    const organizations = await tx.organization.findMany({ where, select, take: MOST_NAMES })
    const people = await tx.person.findMany({
      where,
      select: { id: true, name: true },
      take: MOST_NAMES,
    })
    return { organizations, people: people.map((person) => ({ ...person, otherNames: [] })) }
  })
  return { ...names, isPlace }
}

/** The same without a workspace: places alone. */
export async function emptyDirectory(): Promise<CaptureDirectory> {
  return { organizations: [], people: [], isPlace: await placeNames() }
}

let known: Promise<(name: string) => boolean> | undefined

function placeNames(): Promise<(name: string) => boolean> {
  known ??= townsOfTheWorld().then(({ towns, names }) => {
    const places = new Set<string>()
    for (const town of towns) {
      places.add(foldName(countryName(town.country)))
      places.add(foldName(regionName(town.country, town.adminCode)))
    }
    for (const { town, folded, other } of names)
      if (!other && town.population >= KNOWN_TOWN) places.add(folded)
    places.delete('')
    return (name) => places.has(foldName(name))
  })
  return known
}
