import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the clone: the nearest one above with a package.json, from source and dist alike. */
export const root = above(dirname(fileURLToPath(import.meta.url)))

/** The folder of the compiled programs (scripts/compile.mjs). */
export const programsFolder = join(root, 'dist')

/** The folder of the Prisma schema: one file for each area. */
export const schemaFolder = join(root, 'prisma')

/** The folder of the migrations. */
export const migrationsFolder = join(schemaFolder, 'migrations')

function above(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : above(dirname(folder))
}
