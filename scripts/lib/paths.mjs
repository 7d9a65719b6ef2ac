import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the clone. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

/** The folder of the Prisma schema: one file for each area. */
export const schemaFolder = join(root, 'prisma')

/** The folder of the migrations. */
export const migrationsFolder = join(schemaFolder, 'migrations')
