/** What the database was asked for since this process began. */
export type DatabaseWork = { statements: number; failed: number; seconds: number }

// The app and the HTTP server in front of it load modules apart, in one process.
const shared = globalThis as typeof globalThis & { throughlineDatabaseWork?: DatabaseWork }

/** What the database was asked for since this process began, by all that runs in it. */
export function databaseWork(): DatabaseWork {
  shared.throughlineDatabaseWork ??= { statements: 0, failed: 0, seconds: 0 }
  return shared.throughlineDatabaseWork
}
