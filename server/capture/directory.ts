import 'server-only'
import type { CaptureDirectory } from '@/lib/capture/types'
import { requireMember, type Viewer } from '../auth/viewer'
import { withViewer } from '../db'
import { foldName } from '../places/fold-name'
import { gazetteer } from '../places/gazetteer'
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
  const places = await placeNames()
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
  return { ...names, ...places }
}

/** The same without a workspace: places alone. */
export async function emptyDirectory(): Promise<CaptureDirectory> {
  return { organizations: [], people: [], ...(await placeNames()) }
}

type Places = Required<Pick<CaptureDirectory, 'isPlace' | 'isRegion'>>
/** States and provinces that are a city, or share its name. */
const CITY_REGIONS =
  /^(?:New York|Washington|Berlin|Hamburg|Bremen|Wien|Vienna|Madrid|Mexico City|Ciudad de México|Buenos Aires|Brussels|Geneva|Genève|Zürich|Zurich|Basel|Luxembourg|Singapore|Monaco|Hong Kong|Quebec|Québec|Delhi|Tokyo|Seoul|Paris|Moscow|Beijing|Shanghai|London|Dublin|Galway|Cork|Limerick|Oxford|Leeds|Manchester|Liverpool|Sheffield|Bristol|Glasgow|Edinburgh|Belfast|Cardiff|\p{L}+ City)$/u

let known: Promise<Places> | undefined

function placeNames(): Promise<Places> {
  known ??= gazetteer().then((towns) => {
    const regions = new Set<string>()
    for (const { country, adminCode } of towns.regions()) {
      regions.add(foldName(countryName(country)))
      regions.add(foldName(regionName(country, adminCode)))
    }
    const places = new Set(regions)
    for (const { name, population } of towns.towns()) {
      if (population < KNOWN_TOWN) break
      places.add(foldName(name))
    }
    places.delete('')
    return {
      isPlace: (name) => places.has(foldName(name)),
      isRegion: (name) => name !== '' && regions.has(foldName(name)) && !CITY_REGIONS.test(name),
    }
  })
  return known
}
