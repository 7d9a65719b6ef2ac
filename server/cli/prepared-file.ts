import 'server-only'
import { open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { encodings, type Encoding } from '@/lib/imports/decode'
import { formats, type FormatName } from '@/lib/imports/formats'
import type { Mapping } from '@/lib/imports/mapping'
import { LARGEST_FILE } from '@/lib/imports/table'
import { findKind } from '@/lib/kinds/index'
import type { Campaign } from '../campaigns/dto'
import { prepareImport, type GivenFile, type Prepared } from '../imports/prepare'
import type { Viewer } from '../auth/viewer'
import { optional, UsageError, type Options } from './command'
import { givenMapping } from './given-mapping'

/** Reads the file of an import as the options say. */
export async function preparedFile(
  operator: Viewer,
  path: string,
  options: Options,
  campaign: Campaign,
): Promise<{ file: GivenFile; prepared: Prepared }> {
  const format = oneOf<FormatName>(options, 'format', formats)
  const encoding = oneOf<Encoding>(options, 'encoding', encodings)
  const separator = optional(options, 'separator')?.replace('\\t', '\t')
  const bytes = await bytesOf(path, LARGEST_FILE, 'This file is larger than 20 MB. Split it first.')
  const name = basename(path)
  const given = { name, bytes, reading: { encoding, separator, sheet: optional(options, 'sheet') } }
  const map = optional(options, 'map')
  const mapping =
    map === undefined ? undefined : await givenMapping(operator, map, await mapFile(map))
  const { mapping: proposed } = await prepareImport(campaign, { ...given, format, mapping })
  const settled = withOptions(proposed, options)
  const file = { ...given, mapping: settled }
  return { file, prepared: await prepareImport(campaign, { ...file, format }) }
}

function withOptions(mapping: Mapping, options: Options): Mapping {
  const kind = optional(options, 'kind')
  if (kind !== undefined && !findKind(kind))
    throw new UsageError(`There is no kind of entry “${kind}”.`)
  const dayOrder = oneOf<'dmy' | 'mdy'>(options, 'day-order', { dmy: '', mdy: '' })
  return {
    ...mapping,
    ...(dayOrder && { dayOrder }),
    constants: { ...mapping.constants, ...(kind && { kind }) },
  }
}

/** An option that is one of some names. */
export function oneOf<Name extends string>(
  options: Options,
  option: string,
  names: Record<string, unknown>,
): Name | undefined {
  const given = optional(options, option)
  if (given === undefined) return undefined
  if (Object.hasOwn(names, given)) return given as Name
  throw new UsageError(`--${option} is one of ${Object.keys(names).join(', ')}.`)
}

async function mapFile(map: string): Promise<Buffer | null> {
  const isFile = await stat(map).then(
    (found) => found.isFile(),
    () => false,
  )
  return isFile ? bytesOf(map, 1_000_000, 'A mapping has at most 1 MB.') : null
}

async function bytesOf(path: string, largest: number, tooLarge: string): Promise<Buffer> {
  const handle = await open(path).catch(() => {
    throw new UsageError(`The file ${path} does not exist or cannot be read.`)
  })
  try {
    const { size } = await handle.stat()
    if (size > largest) throw new UsageError(tooLarge)
    return await handle.readFile()
  } finally {
    await handle.close()
  }
}
