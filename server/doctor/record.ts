import 'server-only'
import { requireRole, type Viewer } from '../auth/viewer'
import { previewReader } from '../auth/share-preview'
import { withViewer } from '../db'
import { mailGivenUp } from '../mail/deliver'
import { hashOf, fileNames } from '../photos/files'
import { photoStore } from '../photos/store'
import type { Share } from '../shares/links/dto'
import { listShares } from '../shares/links/queries'
import { readShared } from '../shares/reading/read'
import { count, finding, look, ok, some, wrong, type Finding } from './finding'
import { isWholePicture } from './whole-picture'

const DAY_MS = 86_400_000
/** So many links are read to say what they show. */
const MOST_LINKS = 50

/**
 * What is found of one workspace's record: its photos, its links and its counts.
 *
 * @throws AppError `forbidden` for everybody but the program itself and owners.
 */
export async function recordFindings(viewer: Viewer, now = new Date()): Promise<Finding[]> {
  requireRole(viewer, 'owner')
  return [
    await finding('Photos', () => photos(viewer, now)),
    await finding('Counts', () => counts(viewer)),
    ...(await mail(viewer, now)),
    ...(await links(viewer, now)),
  ]
}

async function photos(viewer: Viewer, now: Date) {
  const { workspaceId } = viewer
  const rows = await withViewer(viewer, (tx) =>
    tx.photo.findMany({
      where: { sweptAt: null },
      select: { fileKey: true, suffixes: true, hashes: true },
    }),
  )
  const store = photoStore()
  const named = rows.flatMap((row) =>
    fileNames(row).map((file, index) => ({ file, hash: row.hashes[index] })),
  )
  const missing: string[] = []
  const damaged: string[] = []
  for (const { file, hash } of named) {
    const bytes = await store.read(workspaceId, file)
    if (!bytes) missing.push(file)
    // Of a picture from before hashes were noted no more is known than whether it has its end.
    else if (hash === undefined ? !isWholePicture(bytes) : hashOf(bytes) !== hash)
      damaged.push(file)
  }
  const known = new Set(named.map(({ file }) => file))
  const day = new Date(now.getTime() - DAY_MS)
  // A younger file may belong to a picture whose row is being written.
  const orphans = (await store.list(workspaceId)).filter(
    ({ file, at }) => !known.has(file) && at < day,
  )
  if (missing.length > 0 || damaged.length > 0) {
    const said = [
      ...(missing.length > 0
        ? [`${count(missing.length, 'file')} missing: ${some(missing, 3)}`]
        : []),
      ...(damaged.length > 0
        ? [`${count(damaged.length, 'file')} damaged: ${some(damaged, 3)}`]
        : []),
    ]
    return wrong(
      `Of ${count(rows.length, 'photo')}, ${said.join('; ')}. Copy them from a backup into the folder photos/${workspaceId}.`,
    )
  }
  const says = `${count(rows.length, 'photo')}, all ${count(named.length, 'file')} there and whole.`
  return orphans.length > 0
    ? look(
        `${says} ${count(orphans.length, 'file')} older than a day belong to no photo: ${some(
          orphans.map(({ file }) => file),
          3,
        )}. The daily work removes what it made itself.`,
      )
    : ok(says)
}

/** Says nothing where no mail was given up. */
async function mail(viewer: Viewer, now: Date): Promise<Finding[]> {
  const { count: mails, trouble } = await mailGivenUp(viewer, now)
  if (mails === 0) return []
  const says = `${count(mails, 'mail')} about notifications may not have arrived within the last week. ${trouble} What they told of is still in the app.`
  return [await finding('Mail', () => look(says))]
}

async function counts(viewer: Viewer) {
  const wrongSums = await withViewer(viewer, async (tx) => {
    // Counts every entry of the workspace once.
    await tx.$executeRaw`set local statement_timeout = '10min'`
    const [row] = await tx.$queryRaw<{ sums: number; entries: number }[]>`
      select (select count(*)::int from entry_tally_lacks()) as sums,
             (select count(*)::int from entry where trashed_at is null) as entries`
    return row ?? { sums: 0, entries: 0 }
  })
  return wrongSums.sums > 0
    ? wrong(
        `${count(wrongSums.sums, 'stored count')} of entries differ from a recount. The app puts them right once a day; start it, and look again after a minute.`,
      )
    : ok(`${count(wrongSums.entries, 'entry', 'entries')}, and their stored counts are right.`)
}

/** One finding for each active link: what it shows, to whom and until when. */
async function links(viewer: Viewer, now: Date): Promise<Finding[]> {
  const live = (await listShares(viewer, undefined, now)).filter(({ state }) => state === 'live')
  if (live.length === 0) return [await finding('Links', () => ok('None is active.'))]
  const found: Finding[] = []
  for (const share of live.slice(0, MOST_LINKS))
    found.push(await finding(`Link ${share.id}`, () => link(viewer, share)))
  const rest = live.length - MOST_LINKS
  if (rest > 0)
    found.push(
      await finding('Links', () =>
        look(`${count(rest, 'more link')} active; share list shows all.`),
      ),
    )
  return found
}

async function link(viewer: Viewer, share: Share) {
  const reader = previewReader(viewer, {
    campaignId: share.campaign.id,
    shareLinkId: share.id,
    lens: share.lens,
  })
  const shown = await readShared(reader, { order: 'newest', after: null, limit: 1 })
  const until = share.expiresAt ? `until ${share.expiresAt.slice(0, 10)}` : 'without an end'
  const says = [
    `For ${share.lens}${share.label && `, “${share.label}”`}, to ${share.campaign.slug}, ${until}`,
    `shows ${count(shown.count, 'entry', 'entries')} and ${count(shown.demands.length, 'demand')}`,
    ...(share.locked ? ['asks for a password'] : []),
    ...(share.indexed ? ['may be indexed by search engines'] : []),
    ...(share.more.length > 0
      ? [`shows more than ${share.lens} links do by themselves: ${share.more.join(', ')}`]
      : []),
    ...(share.paused ? ['is paused until an owner has looked at it'] : []),
  ].join('; ')
  if (share.paused) return look(`${says}. Look at it under Shares.`)
  if (share.more.length > 0) return look(`${says}. Look under Shares whether that is meant.`)
  return share.expiresAt === null && !share.locked
    ? look(`${says}. Revoke it when it is no longer needed: share revoke ${share.id}`)
    : ok(`${says}.`)
}
