import type { MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm'
import type { ConnectionOptions } from 'node:tls'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlQueryable,
} from '@prisma/driver-adapter-utils'
import { PrismaPg } from '@prisma/adapter-pg'
import { migrationsOnDisk } from './apply-migrations'
import { migrationsFolder, schemaFolder } from './paths'

/**
 * How to reach a database. Prisma's engine wants the fields apart: with one address its second
 * connection would go to the same database.
 */
export type Fields = {
  host: string
  port: number
  user: string
  password: string
  database: string
  ssl?: boolean | ConnectionOptions
}

/** The part of what an adapter reads that names the types of its columns. */
type Columns = { fields: { dataTypeID: number }[] }

const nothingExternal = { externalTables: [], externalEnums: [] }

let loading: Promise<typeof import('@prisma/schema-engine-wasm')> | undefined

/** Prisma's own migration engine as WebAssembly: the native one would have to be downloaded. */
async function load() {
  const folder = dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'))
  const bindings = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const binary = readFileSync(join(folder, 'schema_engine_bg.wasm'))
  const { instance } = await WebAssembly.instantiate(binary, { './schema_engine_bg.js': bindings })
  bindings.__wbg_set_wasm(instance.exports)
  const { __wbindgen_start: begin } = instance.exports
  if (typeof begin === 'function') Reflect.apply(begin, undefined, [])
  return bindings
}

/**
 * Runs a piece of work with Prisma's engine on a database.
 *
 * @param emptyDatabase name of an empty database in which the engine may try the migrations out
 */
async function withEngine<T>(
  fields: Fields,
  emptyDatabase: string | undefined,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  loading ??= load()
  const { SchemaEngine } = await loading
  // The engine looks here to leave its last words.
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: console.error } })
  const opened: { dispose: () => Promise<void> }[] = []
  const connect = async (database: string | undefined) => {
    const adapter = await new PrismaPg({ ...fields, database, max: 1 }).connect()
    opened.push(adapter)
    return readingSingleLetters(adapter)
  }
  const factory = new PrismaPg({ ...fields, max: 1 })
  factory.connect = () => connect(fields.database)
  factory.connectToShadowDb = () => connect(emptyDatabase)
  const engine = await SchemaEngine.new(
    { datamodels: schemaFiles() },
    () => {},
    bindMigrationAwareSqlAdapterFactory(factory),
  )
  try {
    return await work(engine)
  } finally {
    engine.free()
    // The engine leaves its connections open, which would keep this process alive.
    await Promise.allSettled(opened.map((adapter) => adapter.dispose()))
  }
}

/** PostgreSQL's type numbers of the single letters in its own catalogue, and of text. */
const singleLetter = 18
const text = 25

/**
 * The engine reads single letters from PostgreSQL's catalogue, a type that the adapter refuses:
 * it is shown text instead, and the engine is told the right type.
 */
function readingSingleLetters<Adapter extends SqlQueryable>(adapter: Adapter): Adapter {
  // The one method that sees the types of columns is private to the adapter, which offers no other way.
  const performIO: unknown = Reflect.get(adapter, 'performIO')
  if (typeof performIO !== 'function') throw new Error('The adapter reads rows in another way.')
  const queryRaw = adapter.queryRaw.bind(adapter)
  let letters: boolean[] = []
  const performed = async (query: unknown) => {
    const result = await (Reflect.apply(performIO, adapter, [query]) as Promise<Columns>)
    letters = result.fields.map((field) => field.dataTypeID === singleLetter)
    for (const field of result.fields) {
      if (field.dataTypeID === singleLetter) field.dataTypeID = text
    }
    return result
  }
  Reflect.set(adapter, 'performIO', performed)
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query)
    const columnTypes = result.columnTypes.map((type, column) =>
      letters[column] ? ColumnTypeEnum.Character : type,
    )
    return { ...result, columnTypes }
  }
  return adapter
}

/** The files of the Prisma schema with their contents. */
function schemaFiles(): [string, string][] {
  return readdirSync(schemaFolder)
    .filter((name) => name.endsWith('.prisma'))
    .sort()
    .map((name) => [join(schemaFolder, name), readFileSync(join(schemaFolder, name), 'utf8')])
}

function migrationList(): MigrationList {
  const lock = join(migrationsFolder, 'migration_lock.toml')
  return {
    baseDir: migrationsFolder,
    lockfile: {
      path: 'migration_lock.toml',
      content: existsSync(lock) ? readFileSync(lock, 'utf8') : null,
    },
    shadowDbInitScript: '',
    migrationDirectories: migrationsOnDisk().map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
    })),
  }
}

/**
 * What leads from the migrations to the schema files, as SQL; an empty text when they agree.
 *
 * @param fields of a database that is left alone
 * @param emptyDatabase in which the migrations are tried out
 */
export function migrationsToSchema(fields: Fields, emptyDatabase: string): Promise<string> {
  return withEngine(fields, emptyDatabase, async (engine) => {
    const list = migrationList()
    const files = schemaFiles().map(([path, content]) => ({ path, content }))
    const { stdout, exitCode } = await engine.diff({
      from:
        list.migrationDirectories.length === 0 ? { tag: 'empty' } : { tag: 'migrations', ...list },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: true,
      filters: nothingExternal,
    })
    return exitCode === 2 ? (stdout ?? '') : ''
  })
}
