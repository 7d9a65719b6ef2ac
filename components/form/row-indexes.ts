import type { FormValues } from '@/lib/forms/state'

/** The numbers of a group's rows in the values, or the first `count` numbers when it has none. */
export function firstRows(values: FormValues, group: string, count: number): number[] {
  const found = new Set<number>()
  for (const name of Object.keys(values)) {
    if (!name.startsWith(`${group}.`)) continue
    const part = name.slice(group.length + 1).split('.')[0] ?? ''
    if (/^\d{1,3}$/.test(part)) found.add(Number(part))
  }
  if (found.size === 0) return Array.from({ length: count }, (_, index) => index)
  return [...found].sort((a, b) => a - b)
}
