import 'server-only'
import { mappingSchema, type Mapping } from '@/lib/imports/mapping'
import type { Viewer } from '../auth/viewer'
import { AppError } from '../errors'
import { mappingNamed } from '../imports/saved-mappings'
import { UsageError } from './command'

/**
 * The mapping of `--map`: that of a file, or where there is none of that name, the one that was saved
 * under it.
 *
 * @param bytes what is in the file; null where there is none.
 */
export async function givenMapping(
  operator: Viewer,
  map: string,
  bytes: Buffer | null,
): Promise<Mapping> {
  if (bytes) return mappingOf(bytes.toString())
  try {
    return await mappingNamed(operator, map)
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'not_found')) throw error
    throw new UsageError(`There is no file ${map}, and no mapping was saved under this name.`)
  }
}

function mappingOf(json: string): Mapping {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    throw new UsageError('The file of --map is not valid JSON.')
  }
  const parsed = mappingSchema.safeParse(value)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new UsageError(
    `The file of --map: ${issue?.path.join(' › ') ?? ''}: ${issue?.message ?? ''} See docs/import.md.`,
  )
}
