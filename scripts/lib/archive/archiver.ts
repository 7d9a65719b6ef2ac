import { mkdir } from 'node:fs/promises'
import { statfsSync } from 'node:fs'
import { join } from 'node:path'
import { writeBase } from './base'
import { archiveSegment, Gap, goesOn } from './files'
import { archivePhotos } from './photos'
import { dropOld, TooLarge } from './retention'
import type { ArchiveSettings } from './settings'
import { ArchiveSource, type Position, type Superuser } from './source'
import {
  beginStretch,
  partsOf,
  readStretch,
  removeStretch,
  writeStretch,
  type Stretch,
} from './stretch'
import { readState, tellOf } from './state'
import { lsnInWords, lsnOf, offsetOf, segmentName, segmentOf } from './wal'
import { Trouble } from '../trouble'

/** With less than this free nothing is archived, so that people can go on saving, in bytes. */
const leastRoom = 500_000_000
const baseEvery = 24 * 3_600_000
/** After how long it is tried again to archive what was larger than allowed, in ms. */
const rest = 6 * 3_600_000

export type ArchiverOptions = Superuser & {
  dataFolder: string
  settings: ArchiveSettings
  keyCheck: string
  say: (text: string) => void
  /** For tests. */
  freeBytes?: (folder: string) => number
  /** How long a base backup lets the log wait, in ms. */
  patience?: number
}

/**
 * Archives the log of the database that Throughline brings. The server is asked to keep its log until
 * it is here, within bounds of its own (`max_slot_wal_keep_size`): whatever fails here, or however
 * long, costs the archive a gap and nobody what they save.
 */
export class Archiver {
  private source: ArchiveSource | null = null
  private current: { name: string; stretch: Stretch } | null = null
  private isEnding = false
  private restsUntil = 0

  constructor(private readonly options: ArchiverOptions) {}

  /** Archives what was written since the last time, and makes a base backup where one is due. Never throws. */
  async step(): Promise<void> {
    const { settings, dataFolder, say } = this.options
    if (Date.now() < this.restsUntil) return
    const before = readState(dataFolder)?.trouble ?? null
    try {
      await this.archive()
      await tellOf(dataFolder, settings, this.current)
      if (before) say('The archive of the last days is written again.')
    } catch (error) {
      // It is started again, and says so itself.
      if (this.isEnding || (await this.isAway())) return
      const says = inWords(error, settings.folder)
      if (before?.says !== says) say(says)
      if (error instanceof TooLarge) await this.giveUp()
      await tellOf(dataFolder, settings, this.current, says)
    }
  }

  /** Archives what was written last, and lets the server go. */
  async end(): Promise<void> {
    this.isEnding = true
    await this.step()
    await this.source?.end()
  }

  /** Ends a base backup that is under way. */
  hurry(): void {
    this.isEnding = true
  }

  private async giveUp(): Promise<void> {
    this.restsUntil = Date.now() + rest
    await this.source?.letGoOfLog().catch(() => {})
    const { current } = this
    this.current = null
    if (current) await removeStretch(this.options.settings.folder, current.name).catch(() => {})
  }

  private async isAway(): Promise<boolean> {
    try {
      await this.source?.position()
      return this.source === null
    } catch {
      await this.source?.end()
      this.source = null
      return true
    }
  }

  private async archive(): Promise<void> {
    this.source ??= await ArchiveSource.connect(this.options)
    const { source } = this
    await this.requireRoom(source)
    await mkdir(this.options.settings.folder, { recursive: true, mode: 0o700 })
    const isHeld = await source.holdLog()
    const position = await source.position()
    this.current = isHeld ? await this.goOn(position) : null
    if (this.current) {
      try {
        await this.copyLog(source, this.current)
      } catch (error) {
        if (!(error instanceof Gap)) throw error
        this.current = null
      }
    }
    if (this.isEnding) return
    this.current ??= await this.begin(position)
    const { current } = this
    if (isDue(current.stretch, position.at, this.options.settings))
      await this.addBase(source, current)
    await dropOld(this.options.settings, current, position.at)
  }

  private async requireRoom(source: ArchiveSource): Promise<void> {
    const { settings, dataFolder, freeBytes = freeIn } = this.options
    const folder = [settings.folder, dataFolder].find((one) => freeBytes(one) < leastRoom)
    if (folder === undefined) return
    // What is kept for the archive is space that people save in.
    await source.letGoOfLog()
    throw new Trouble(
      `There is too little room in ${folder}, so nothing is archived. Free some, name another folder with THROUGHLINE_ARCHIVE_FOLDER, or set THROUGHLINE_ARCHIVE to 0.`,
    )
  }

  /** The stretch that was written last, where this is the same database and has gone on from there. */
  private async goOn(position: Position): Promise<Archiver['current']> {
    if (this.current) return this.current
    const name = readState(this.options.dataFolder)?.stretch
    if (!name) return null
    const folder = join(this.options.settings.folder, name)
    const stretch = await readStretch(folder)
    if (!stretch || stretch.bases.length === 0) return null
    const { system, timeline, lsn, segmentBytes } = position
    const isSame =
      stretch.system === system && stretch.timeline === timeline && lsnOf(stretch.through) <= lsn
    const file = segmentName(
      timeline,
      segmentOf(lsnOf(stretch.through), segmentBytes),
      segmentBytes,
    )
    if (!isSame || !(await goesOn(this.pgWal, partsOf(folder).wal, file))) return null
    return { name, stretch }
  }

  private begin(position: Position): Promise<NonNullable<Archiver['current']>> {
    const { settings, keyCheck } = this.options
    return beginStretch(settings.folder, position, keyCheck)
  }

  /** Copies the log from where it was copied to before, and then the photos that it speaks of. */
  private async copyLog(
    source: ArchiveSource,
    { name, stretch }: NonNullable<Archiver['current']>,
  ): Promise<void> {
    const { settings, dataFolder } = this.options
    const folder = join(settings.folder, name)
    const { wal, photos } = partsOf(folder)
    const { lsn, at } = await source.position()
    const { timeline, segmentBytes } = stretch
    const last = segmentOf(lsn, segmentBytes)
    const before = lsnOf(stretch.through)
    for (let segment = segmentOf(before, segmentBytes); segment <= last; segment += 1n) {
      const bytes = segment < last ? segmentBytes : offsetOf(lsn, segmentBytes)
      if (bytes > 0 && lsn > before)
        await archiveSegment(this.pgWal, wal, { timeline, segment, segmentBytes, bytes })
    }
    stretch.gone = await archivePhotos(join(dataFolder, 'photos'), photos, stretch.gone, at)
    stretch.through = lsnInWords(lsn)
    stretch.until = at
    if (stretch.bases.length > 0) await writeStretch(folder, stretch)
    await source.releaseLog(last * BigInt(segmentBytes))
  }

  private async addBase(
    source: ArchiveSource,
    current: NonNullable<Archiver['current']>,
  ): Promise<void> {
    const { stretch, name } = current
    const folder = join(this.options.settings.folder, name)
    const file = `base-${stretch.until.replaceAll(/\D/g, '')}.zip`
    const isFirst = stretch.bases.length === 0
    let copied = Date.now()
    const base = await writeBase(
      { source, folder: join(this.options.dataFolder, 'postgres'), file: join(folder, file) },
      async () => {
        if (this.isEnding) throw new Error('It is to end.')
        if (isFirst || Date.now() - copied < (this.options.patience ?? 20_000)) return
        await this.copyLog(source, current)
        copied = Date.now()
      },
    )
    const start = lsnInWords(base.start)
    if (isFirst) stretch.through = start
    // It can be used only with the log that was written meanwhile.
    const { at, bytes } = base
    stretch.bases.push({ file, start, end: lsnInWords(base.end), at, bytes })
    await this.copyLog(source, current)
  }

  private get pgWal(): string {
    return join(this.options.dataFolder, 'postgres', 'pg_wal')
  }
}

/** Whether a base backup is due: a day after the last, or when much was written since. */
function isDue({ bases, through }: Stretch, at: string, { bytes }: ArchiveSettings): boolean {
  const last = bases.at(-1)
  if (!last) return true
  const written = Number(lsnOf(through) - lsnOf(last.start))
  return Date.parse(at) - Date.parse(last.at) >= baseEvery || written > bytes / 2
}

function freeIn(folder: string): number {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize
  } catch {
    // It is made when it is missing.
    return Infinity
  }
}

function inWords(error: unknown, folder: string): string {
  if (error instanceof Trouble) return error.message
  const { code, message } = error instanceof Error ? (error as NodeJS.ErrnoException) : {}
  return `The archive of the last days in ${folder} cannot be written (${code ?? message ?? String(error)}). Make room, or let this user write there; it is tried again every half minute.`
}
