import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import { PrismaPg } from '@prisma/adapter-pg'
import { migrationsFolder, schemaFolder } from './paths.mjs'

/**
 * How to reach a database. Prisma's engine wants the fields apart: with one address its second
 * connection would go to the same database.
 *
 * @typedef {{ host: string, port: number, user: string, password: string, database: string,
 *   ssl?: unknown }} Fields
 */

const nothingExternal = { externalTables: [], externalEnums: [] }

/** @type {Promise<typeof import('@prisma/schema-engine-wasm')> | undefined} */
let loading

/** Prisma's own migration engine as WebAssembly: the native one would have to be downloaded. */
async function load() {
  const folder = dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'))
  const bindings = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const binary = readFileSync(join(folder, 'schema_engine_bg.wasm'))
  const { instance } = await WebAssembly.instantiate(binary, { './schema_engine_bg.js': bindings })
  bindings.__wbg_set_wasm(instance.exports)
  /** @type {() => void} */ instance.exports.__wbindgen_start()
  return bindings
}

/**
 * Runs a piece of work with Prisma's engine on a database.
 *
 * @template T
 * @param {Fields} fields
 * @param {string | undefined} emptyDatabase name of an empty database in which the engine may try
 *   the migrations out
 * @param {(engine: import('@prisma/schema-engine-wasm').SchemaEngine) => Promise<T>} work
 * @returns {Promise<T>}
 */
async function withEngine(fields, emptyDatabase, work) {
  loading ??= load()
  const { SchemaEngine } = await loading
  // The engine looks here to leave its last words.
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: console.error } })
  /** @type {{ dispose: () => Promise<void> }[]} */
  const opened = []
  const connect = async (/** @type {string | undefined} */ database) => {
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
 *
 * @template {{ queryRaw: (query: any) => Promise<{ columnTypes: number[] }> }} Adapter
 * @param {Adapter} adapter
 * @returns {Adapter}
 */
function readingSingleLetters(adapter) {
  const inner =
    /** @type {{ performIO: (query: unknown) => Promise<{ fields: { dataTypeID: number }[] }> }} */ (
      /** @type {unknown} */ (adapter)
    )
  const performIO = inner.performIO.bind(inner)
  const queryRaw = adapter.queryRaw.bind(adapter)
  /** @type {boolean[]} */
  let letters = []
  inner.performIO = async (query) => {
    const result = await performIO(query)
    letters = result.fields.map((field) => field.dataTypeID === singleLetter)
    for (const field of result.fields) {
      if (field.dataTypeID === singleLetter) field.dataTypeID = text
    }
    return result
  }
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query)
    const columnTypes = result.columnTypes.map((type, column) =>
      letters[column] ? ColumnTypeEnum.Character : type,
    )
    return { ...result, columnTypes }
  }
  return adapter
}

/**
 * The files of the Prisma schema with their contents.
 *
 * @returns {[string, string][]}
 */
function schemaFiles() {
  return readdirSync(schemaFolder)
    .filter((name) => name.endsWith('.prisma'))
    .sort()
    .map((name) => [join(schemaFolder, name), readFileSync(join(schemaFolder, name), 'utf8')])
}

/** @returns {import('@prisma/schema-engine-wasm').MigrationList} */
function migrationList() {
  const names = existsSync(migrationsFolder)
    ? readdirSync(migrationsFolder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
        .sort()
    : []
  const lock = join(migrationsFolder, 'migration_lock.toml')
  return {
    baseDir: migrationsFolder,
    lockfile: {
      path: 'migration_lock.toml',
      content: existsSync(lock) ? readFileSync(lock, 'utf8') : null,
    },
    shadowDbInitScript: '',
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: {
          tag: 'ok',
          value: readFileSync(join(migrationsFolder, name, 'migration.sql'), 'utf8'),
        },
      },
    })),
  }
}

/**
 * Applies the migrations that the database does not have yet.
 *
 * @param {Fields} fields
 * @returns {Promise<string[]>} their names
 */
export function applyMigrations(fields) {
  return withEngine(fields, undefined, async (engine) => {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: migrationList(),
      filters: nothingExternal,
    })
    return appliedMigrationNames
  })
}

/**
 * What leads from the migrations to the schema files, as SQL; an empty text when they agree.
 *
 * @param {Fields} fields of a database that is left alone
 * @param {string} emptyDatabase in which the migrations are tried out
 * @returns {Promise<string>}
 */
export function migrationsToSchema(fields, emptyDatabase) {
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
