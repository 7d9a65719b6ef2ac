import 'server-only'
import type pg from 'pg'
import { Prisma } from '@/prisma/generated/client'
import { AppError } from '../errors'
import { noteCommit } from './commits'
import { borrow, LONGEST_MS, settingsOfEach, statementName } from './pool'
import { openPrisma, prisma, type OpenPrisma } from './prisma'
import { columnTypes, parameter } from './values'

/**
 * A connection inside a transaction, as queries and mutations use it. `$queryRaw` and `$executeRaw`
 * go straight to PostgreSQL, at a tenth of what Prisma's own way costs; the models are Prisma's, in
 * the same transaction, for single writes and what is read seldom.
 */
export type Tx = Prisma.TransactionClient

/**
 * Runs `work` in one transaction. It is rolled back when `work` throws; what was only read is
 * committed without waiting for the answer.
 *
 * @param begin the statement that begins it
 * @param settings statements that set what holds for it, sent with that one as one message
 * @param longestMs after which it takes no further statement
 * @throws AppError `unavailable` when no connection comes free, or after fifteen seconds.
 */
export async function transaction<T>(
  begin: string,
  settings: string,
  work: (tx: Tx) => Promise<T>,
  longestMs = LONGEST_MS,
): Promise<T> {
  const connection = await borrow()
  const statements = new Statements(connection, longestMs)
  let broken: Error | undefined
  try {
    // Not waited for: what follows is answered after it. Should it fail, so does all that follows.
    const begun = connection.query(`${begin};${settingsOfEach()}${settings}`)
    begun.catch(ignore)
    const result = await work(statements.tx)
    await statements.end()
    await begun
    if (statements.wrote) noteCommit()
    const commit = connection.query('commit')
    if (statements.wrote) await committed(commit)
    else commit.catch(ignore)
    return result
  } catch (error) {
    await statements.end().catch(ignore)
    await connection.query('rollback').catch((reason: Error) => (broken = reason))
    throw error
  } finally {
    connection.release(broken)
  }
}

/** PostgreSQL answers a commit after a failed statement with a rollback, not with an error. */
async function committed(commit: Promise<pg.QueryResult>): Promise<void> {
  const { command } = await commit
  if (command !== 'COMMIT') throw new Error('A statement failed, so nothing was saved.')
}

const ignore = () => {}

/** Finds what changes rows. A function that does so is called by `$executeRaw`, which counts as a write. */
const WRITES = /\b(insert into|update|delete from|merge into|pg_notify)\b/i

/** Whether a statement may change something; its commit is waited for. */
export function mayWrite(sql: string): boolean {
  return WRITES.test(sql)
}

class Statements {
  wrote = false
  readonly tx: Tx
  private readonly until: number
  private opened: Promise<OpenPrisma> | undefined
  private isOver = false

  constructor(
    private readonly connection: pg.PoolClient,
    private readonly longestMs: number,
  ) {
    this.until = Date.now() + longestMs
    const delegates = new Map<PropertyKey, unknown>()
    const own: Record<PropertyKey, unknown> = {
      $queryRaw: async (sql: Template, ...values: unknown[]) =>
        (await this.send(sqlOf(sql, values))).rows,
      $executeRaw: async (sql: Template, ...values: unknown[]) => {
        this.wrote = true
        return (await this.send(sqlOf(sql, values))).rowCount ?? 0
      },
    }
    this.tx = new Proxy<Tx>(prisma(), {
      get: (client, name) => {
        if (name in own) return own[name]
        const known = delegates.get(name)
        if (known) return known
        const model: unknown = Reflect.get(client, name)
        const delegate = typeof model === 'object' && model ? this.delegate(name, model) : undefined
        delegates.set(name, delegate)
        return delegate
      },
    })
  }

  /**
   * Closes what Prisma has open. Nothing can be sent afterwards: of parts that are asked together one
   * may fail while another goes on, and the connection is the next one's by then.
   */
  async end(): Promise<void> {
    this.isOver = true
    const opened = this.opened
    this.opened = undefined
    await (await opened)?.close()
  }

  private async send(sql: Prisma.Sql): Promise<pg.QueryResult<Record<string, unknown>>> {
    const { text } = sql
    this.requireOpen()
    if (Date.now() > this.until)
      throw new AppError('unavailable', 'This took too long and was stopped. Try again.')
    this.wrote ||= mayWrite(text)
    return this.connection.query({
      name: statementName({ sql: text }),
      text,
      values: sql.values.map(parameter),
      types: columnTypes,
    })
  }

  private requireOpen(): void {
    if (this.isOver) throw new Error('This transaction is over.')
  }

  // Prisma's transaction is opened by the first use of a model: most reads need none.
  private delegate(name: PropertyKey, model: object): unknown {
    return new Proxy(model, {
      get:
        (_, method) =>
        async (...args: unknown[]) => {
          this.requireOpen()
          this.opened ??= openPrisma({
            connection: this.connection,
            sends: (sql) => {
              this.requireOpen()
              this.wrote ||= mayWrite(sql)
            },
            longestMs: this.longestMs,
          })
          const { client } = await this.opened
          this.requireOpen()
          const delegate = Object(Reflect.get(client, name)) as object
          const call: unknown = Reflect.get(delegate, method)
          if (typeof call !== 'function') throw new TypeError(`No such query: ${String(method)}`)
          const answer: unknown = await Reflect.apply(call, delegate, args)
          return answer
        },
    })
  }
}

type Template = TemplateStringsArray | Prisma.Sql

function sqlOf(sql: Template, values: unknown[]): Prisma.Sql {
  return sql instanceof Prisma.Sql ? sql : Prisma.sql(sql, ...values)
}
