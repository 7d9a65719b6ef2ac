import 'server-only'
import type { ShareReader } from '../../auth/viewer'
import { isUuid } from '../../ids'
import { recordIdFor } from './record-ids'

const NAMES = new Set(['id', 'demandId', 'personId'])

/** A value with every id of the database in it, however deep, turned into the link's own. */
export function withLinkIds<T>(reader: ShareReader, value: T): T {
  return walk(reader, value) as T
}

function walk(reader: ShareReader, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => walk(reader, one))
  if (typeof value !== 'object' || value === null) return value
  const copy: Record<string, unknown> = { ...value }
  for (const name in copy) {
    const one = copy[name]
    copy[name] =
      NAMES.has(name) && typeof one === 'string' && isUuid(one)
        ? recordIdFor(reader, one)
        : walk(reader, one)
  }
  return copy
}
