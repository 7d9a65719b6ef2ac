import type { EntryKind } from '@/lib/kinds/names'

/** An entry to be written in bulk for measuring; names stand for records that the loader makes once. */
export type BenchEntry = {
  kind: EntryKind
  edtf: string
  title: string
  summary: string
  time?: string
  place?: string
  latitude?: number
  longitude?: number
  crowd?: number
  tags?: string[]
  actors?: string[]
  targets?: string[]
  speakers?: string[]
  /** Numbers of demands that it raises. */
  demands?: number[]
  sources?: { title: string; url: string }[]
}
