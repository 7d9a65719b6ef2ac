import pg from 'pg'
import { lsnInWords, lsnOf } from './wal'

const SLOT = 'throughline_archive'

/** How far the log of a server is written to its disk: all that was acknowledged before `at`. */
export type Position = {
  /** ISO 8601, by the clock of the database. */
  at: string
  lsn: bigint
  timeline: number
  segmentBytes: number
  /** By which PostgreSQL recognizes a database folder and its copies. */
  system: string
}

/** How the superuser of a server is reached. */
export type Superuser = { port: number; password: string }

/** A server whose log is archived, over one connection as its superuser. */
export class ArchiveSource {
  private constructor(private readonly client: pg.Client) {}

  static async connect({ port, password }: Superuser): Promise<ArchiveSource> {
    const client = new pg.Client({
      ...{ host: '127.0.0.1', port, user: 'postgres', password, database: 'postgres' },
      keepAlive: true,
    })
    // A lost connection fails the statement under way; without a listener it would end the process.
    client.on('error', () => {})
    await client.connect()
    return new ArchiveSource(client)
  }

  async end(): Promise<void> {
    await this.client.end().catch(() => {})
  }

  async position(): Promise<Position> {
    // Asked first: what was acknowledged before this moment is on the disk at the next question.
    const { at } = await this.one<{ at: Date }>('select clock_timestamp() as at')
    const found = await this.one<{ lsn: string; file: string; size: number; system: string }>(
      `select lsn::text, pg_walfile_name(lsn) as file,
              (select setting::int from pg_settings where name = 'wal_segment_size') as size,
              (select system_identifier::text from pg_control_system()) as system
         from pg_current_wal_flush_lsn() lsn`,
    )
    return {
      ...{ at: at.toISOString(), lsn: lsnOf(found.lsn), system: found.system },
      ...{ timeline: Number.parseInt(found.file.slice(0, 8), 16), segmentBytes: found.size },
    }
  }

  /**
   * Has the server keep its log until it is archived, within the bounds of `max_slot_wal_keep_size`.
   *
   * @returns whether it has kept it ever since it was asked before
   */
  async holdLog(): Promise<boolean> {
    const { rows } = await this.client.query<{ status: string | null }>(
      'select wal_status as status from pg_replication_slots where slot_name = $1',
      [SLOT],
    )
    const [slot] = rows
    if (slot && slot.status !== 'lost' && slot.status !== null) return true
    if (slot) await this.letGoOfLog()
    await this.client.query('select pg_create_physical_replication_slot($1, true)', [SLOT])
    return false
  }

  /** Lets the server remove its log up to here. */
  async releaseLog(upTo: bigint): Promise<void> {
    await this.client.query(
      `select pg_replication_slot_advance(slot_name, $2::pg_lsn) from pg_replication_slots
        where slot_name = $1 and restart_lsn < $2::pg_lsn`,
      [SLOT, lsnInWords(upTo)],
    )
  }

  /** Lets the server remove all of its log that it does not need itself. */
  async letGoOfLog(): Promise<void> {
    await this.client.query(
      'select pg_drop_replication_slot(slot_name) from pg_replication_slots where slot_name = $1',
      [SLOT],
    )
  }

  /** @returns from where on the log must be read over files that are copied from now on */
  async startBackup(): Promise<bigint> {
    const { lsn } = await this.one<{ lsn: string }>(
      `select pg_backup_start('throughline', fast => true)::text as lsn`,
    )
    return lsnOf(lsn)
  }

  /**
   * Ends a backup.
   *
   * @returns label: what must stand beside the copied files; at: from when on they can be used, with
   *   the log up to `lsn`
   */
  async stopBackup(): Promise<{ label: string; at: string; lsn: bigint }> {
    const { label } = await this.one<{ label: string }>(
      'select labelfile as label from pg_backup_stop(wait_for_archive => false)',
    )
    const { at, lsn } = await this.position()
    return { label, at, lsn }
  }

  private async one<Row extends pg.QueryResultRow>(sql: string): Promise<Row> {
    const { rows } = await this.client.query<Row>(sql)
    const [row] = rows
    if (!row) throw new Error('The database answered without a row.')
    return row
  }
}
