/**
 * Whether a pooler stands before the database that gives each transaction another connection, as PgBouncer
 * does in its transaction mode. It takes no settings at the start of a connection, knows no statement by
 * its name, and hands on no notification: settings go into each transaction then, statements have
 * no names, and what needs a connection of its own goes to DATABASE_DIRECT_URL.
 */
export function isPooled(): boolean {
  return process.env.THROUGHLINE_POOLER === 'transaction'
}

/** Settings with which a connection begins; none through a pooler. */
export function atStart<Settings extends object>(settings: Settings): Partial<Settings> {
  return isPooled() ? {} : settings
}
