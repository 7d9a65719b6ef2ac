import 'server-only'
import { setTimeout as pause } from 'node:timers/promises'
import type { Answers } from '@/lib/schemas/import'
import type { Viewer } from '../auth/viewer'
import { systemViewer } from '../auth/viewers'
import { withViewer, type Tx } from '../db'
import { AppError } from '../errors'
import { keepAudit } from '../history/record'
import { requireStillIn } from '../members/lock'
import { checkImport, type Checked } from './check'
import { kept } from './lease'
import { prepareImport, seriesOfFile } from './prepare'
import { setState } from './state'
import { answersIn, CUT_OFF_MS, fileToRead } from './stored'
import { eraseRows, writeRows, type Progress, type Running } from './write'

/** What is done with rows that are like an entry, and with the others where some are refused. */
export type Choices = Answers & { takeGood: boolean }

/** How long a page waits for an import before it shows how far it is. */
const PATIENCE_MS = 3_000

/**
 * Makes drafts of the rows of a file that was added.
 *
 * @returns what became of each row; nothing is written where rows are refused and not all others are
 *   to be taken.
 * @throws AppError `not_found` for an import that is not there or is not the viewer's; `conflict`
 *   where it was imported already, or was cancelled while it ran.
 */
export async function runImport(
  viewer: Viewer,
  id: string,
  choices: Choices,
  progress?: Progress,
): Promise<{ checked: Checked; written: boolean }> {
  const { running, checked, begun } = await begin(viewer, id, choices)
  if (begun) await finish(running, checked, progress)
  return { checked, written: begun }
}

/**
 * The same without waiting for a long one: it goes on when whoever began it is gone, and after the
 * process ends another one takes it up (`resumeCutOff`).
 *
 * @returns whether it was begun.
 * @throws AppError as `runImport` does, as far as it comes in a few seconds.
 */
export async function startImport(viewer: Viewer, id: string, choices: Choices): Promise<boolean> {
  const { running, checked, begun } = await begin(viewer, id, choices)
  if (!begun) return false
  const work = finish(running, checked)
  // What comes later is told by the import's own page.
  work.catch((error: unknown) => {
    if (!(error instanceof AppError)) console.error('An import failed.', error)
  })
  await Promise.race([work, pause(PATIENCE_MS)])
  return true
}

/**
 * Goes on with an import whose process ended while it ran: the rows that it has not written yet
 * become drafts, by what was chosen when it began.
 *
 * @throws AppError `forbidden`, `not_found`, and `conflict` where it does not run or was cancelled.
 */
export async function resumeImport(viewer: Viewer, id: string, progress?: Progress): Promise<void> {
  const { campaign, file, addedAt, choices } = await fileToRead(viewer, id)
  await withViewer(viewer, (tx) => setState(tx, id, 'running', {}))
  const answers = answersIn(choices)
  const checked = await kept(viewer, id, async () => {
    const prepared = await prepareImport(campaign, file, addedAt)
    return checkImport(viewer, campaign, prepared, answers, id)
  })
  await finish({ viewer, id, campaign }, checked, progress)
}

async function begin(
  viewer: Viewer,
  id: string,
  choices: Choices,
): Promise<{ running: Running; checked: Checked; begun: boolean }> {
  const { campaign, file, addedAt } = await fileToRead(viewer, id)
  const prepared = await prepareImport(campaign, file, addedAt)
  const since = new Date()
  const checked = await checkImport(viewer, campaign, prepared, choices)
  const running = { viewer, id, campaign }
  if (checked.refused.length > 0 && !choices.takeGood) {
    // The page shows what is refused by these answers.
    await withViewer(viewer, (tx) => setState(tx, id, 'waiting', { choices }))
    return { running, checked, begun: false }
  }
  const counts = Object.fromEntries(
    Object.entries(checked).map(([name, rows]) => [name, rows.length]),
  )
  await withViewer(viewer, async (tx) => {
    await requireNoOther(tx, running, since)
    await setState(tx, id, 'waiting', {
      ...{ state: 'running', counts, choices, series: seriesOfFile(prepared) },
      toWrite: checked.good.length + checked.joined.length + checked.updated.length,
    })
  })
  return { running, checked, begun: true }
}

/**
 * Lets one import at a time into a campaign: what another one writes meanwhile was not there when the rows of
 * this one were compared, and would be made twice.
 *
 * @throws AppError `conflict`.
 */
async function requireNoOther(tx: Tx, { id, campaign }: Running, since: Date): Promise<void> {
  await tx.$executeRaw`
    select pg_advisory_xact_lock(hashtextextended(${`import into ${campaign.id}`}, 0))`
  const others = await tx.import.count({
    where: {
      ...{ campaignId: campaign.id, id: { not: id } },
      OR: [
        // One that was cut off does not write, and compares its rows again when it is resumed.
        { state: 'running', movedAt: { gte: new Date(Date.now() - CUT_OFF_MS) } },
        { finishedAt: { gte: since } },
      ],
    },
  })
  if (others > 0)
    throw new AppError(
      'conflict',
      'Another file is being imported into this campaign. Import this one when that is done.',
    )
}

/**
 * Writes the rows. Should that fail, all that is written is erased: all of them are made or none.
 * Only whoever stops a running import erases, as `cancelImport` does: another process may have finished
 * it meanwhile, or somebody begun it again.
 */
async function finish(running: Running, checked: Checked, progress?: Progress): Promise<void> {
  const { viewer, id } = running
  try {
    await writeRows(running, checked, progress)
  } catch (error) {
    const { count } = await withViewer(viewer, (tx) =>
      tx.import.updateMany({ where: { id, state: 'running' }, data: { state: 'waiting' } }),
    )
    if (count > 0) await eraseRows({ viewer: await whoErases(viewer), id })
    throw error
  }
  await withViewer(viewer, async (tx) => {
    const now = new Date()
    const { count } = await tx.import.updateMany({
      where: { id, state: 'running' },
      data: { state: 'done', finishedAt: now, movedAt: now },
    })
    if (count > 0) await keepAudit(tx, viewer, 'update', 'import', id, ['state'])
    // Another process that wrote the rest may have said so first.
    else await requireDone(tx, id)
  })
}

/** The program itself where whoever began the import is out by now: nothing more is done in their name. */
async function whoErases(viewer: Viewer): Promise<Viewer> {
  return withViewer(viewer, (tx) => requireStillIn(tx, viewer)).then(
    () => viewer,
    () => systemViewer(viewer.workspaceId),
  )
}

async function requireDone(tx: Tx, id: string): Promise<void> {
  const found = await tx.import.findFirst({ where: { id }, select: { state: true } })
  if (found?.state !== 'done')
    throw new AppError('conflict', 'This import was cancelled, so nothing was imported.')
}
