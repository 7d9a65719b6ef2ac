import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { writeBase } from './base'
import { archiveSegment, Gap } from './files'
import { stretchToGoOn } from './go-on'
import { archivePhotos } from './photos'
import { dropNewest, dropOld, TooLarge, tooLarge } from './retention'
import { noRoom, NoRoom, requireRoom, sizeOfDatabase, sizeOfFile, type FreeBytes } from './room'
import type { ArchiveSettings } from './settings'
import { ArchiveSource, type Position, type Superuser } from './source'
import { beginStretch, partsOf, removeStretch, writeStretch, type Stretch } from './stretch'
import { readState, tellOf } from './state'
import { lsnInWords, lsnOf, offsetOf, segmentOf } from './wal'
import { inWords } from './words'

const baseEvery = 24 * 3_600_000
/** After how long it is tried again to archive what was larger than allowed, in ms. */
const rest = 6 * 3_600_000
/** The same where a disk filled up meanwhile. */
const restForRoom = 3_600_000
/** After how many looks it is told that the database cannot be reached: it starts, or starts again. */
const looksAway = 10

export type ArchiverOptions = Superuser & {
  dataFolder: string
  settings: ArchiveSettings
  keyCheck: string
  say: (text: string) => void
  /** For tests. */
  freeBytes?: FreeBytes
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
  private away = 0

  constructor(private readonly options: ArchiverOptions) {}

  /** Archives what was written since the last time, and makes a base backup where one is due. Never throws. */
  async step(): Promise<void> {
    const { settings, dataFolder, say } = this.options
    if (Date.now() < this.restsUntil) return
    const before = readState(dataFolder)?.trouble ?? null
    try {
      await this.archive()
      this.away = 0
      await tellOf(dataFolder, settings, this.current)
      if (before) say('The archive of the last days is written again.')
    } catch (error) {
      // It is started again, and says so itself.
      if (this.isEnding) return
      this.away = (await this.isAway()) ? this.away + 1 : 0
      if (this.away > 0 && this.away < looksAway) return
      const says = inWords(error, settings.folder, this.away > 0)
      if (before?.says !== says) say(says)
      if (error instanceof TooLarge) await this.giveUp().catch(() => {})
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
    const last = current?.stretch.bases.at(-1)
    if (!current || !last) return
    const { folder, bytes } = this.options.settings
    if (current.stretch.bases.length > 1)
      await dropNewest(join(folder, current.name), current.stretch)
    else if (last.bytes > bytes) await removeStretch(folder, current.name)
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
    await this.requireRoom().catch(async (error: unknown) => {
      // What is kept for the archive is space that people save in.
      await source.letGoOfLog()
      throw error
    })
    await mkdir(this.options.settings.folder, { recursive: true, mode: 0o700 })
    const isLogHeld = await source.holdLog()
    const position = await source.position()
    this.current = isLogHeld ? (this.current ?? (await this.goOn(position))) : null
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

  private requireRoom(more = 0): Promise<void> {
    const { settings, dataFolder, freeBytes } = this.options
    return requireRoom({ archive: settings.folder, data: dataFolder }, more, freeBytes)
  }

  private goOn(position: Position): Promise<Archiver['current']> {
    const { settings, dataFolder } = this.options
    const name = readState(dataFolder)?.stretch
    return name ? stretchToGoOn(settings.folder, name, position, this.pgWal) : Promise.resolve(null)
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

  /** Makes a base backup where there is room for it. A stretch that does not get its first is none. */
  private async addBase(
    source: ArchiveSource,
    current: NonNullable<Archiver['current']>,
  ): Promise<void> {
    const { name, stretch } = current
    const { folder } = this.options.settings
    const isFirst = stretch.bases.length === 0
    let isWriting = false
    try {
      await this.requireRoom(stretch.bases.at(-1)?.bytes ?? (await sizeOfDatabase(this.postgres)))
      isWriting = true
      await this.copyBase(source, current)
    } catch (error) {
      if (isFirst && stretch.bases.length === 0) {
        this.current = null
        await source.letGoOfLog().catch(() => {})
        await removeStretch(folder, name).catch(() => {})
      }
      const isFull = error instanceof Error && 'code' in error && error.code === 'ENOSPC'
      if (isWriting && (isFull || error instanceof NoRoom))
        this.restsUntil = Date.now() + restForRoom
      throw isFull ? noRoom(folder) : error
    }
  }

  private async copyBase(
    source: ArchiveSource,
    current: NonNullable<Archiver['current']>,
  ): Promise<void> {
    const { stretch, name } = current
    const folder = join(this.options.settings.folder, name)
    const file = `base-${stretch.until.replaceAll(/\D/g, '')}.zip`
    const isFirst = stretch.bases.length === 0
    let copied = Date.now()
    const { bytes: most, folder: archive } = this.options.settings
    const base = await writeBase(
      { source, folder: this.postgres, file: join(folder, file) },
      async () => {
        if (this.isEnding) throw new Error('It is to end.')
        await this.requireRoom()
        if ((await sizeOfFile(`${join(folder, file)}.new`)) > most) throw tooLarge(archive, most)
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

  private get postgres(): string {
    return join(this.options.dataFolder, 'postgres')
  }

  private get pgWal(): string {
    return join(this.postgres, 'pg_wal')
  }
}

/** Whether a base backup is due: a day after the last, or when much was written since. */
function isDue({ bases, through }: Stretch, at: string, { bytes }: ArchiveSettings): boolean {
  const last = bases.at(-1)
  if (!last) return true
  const written = Number(lsnOf(through) - lsnOf(last.start))
  return Date.parse(at) - Date.parse(last.at) >= baseEvery || written > bytes / 2
}
