import type { DatabaseUrls } from '../lib/config'

/** The name of the database that tests copy, and of the plain role that owns it. */
export const template = 'throughline_template'

/** How test files reach the PostgreSQL server that the global set-up started. */
type TestPostgres = { port: number; password: string; templateUrls: DatabaseUrls }

declare module 'vitest' {
  interface ProvidedContext {
    postgres: TestPostgres
  }
}
