import type { Counted } from './together'

/** One number, with what it is the number of. */
export type Sample = readonly [labels: Record<string, string>, value: number, suffix?: string]

/** The numbers of one kind. */
export type Family = { name: string; type: string; help: string; samples: readonly Sample[] }

/** What was counted, in Prometheus' text format 0.0.4; of several processes, each number says whose it is. */
export function textOf(all: readonly Counted[]): string {
  const named = all.flatMap(({ process, families }) =>
    families.map((family) => (process === null ? family : labelled(family, { process }))),
  )
  const byName = new Map<string, Family>()
  for (const family of named) {
    const before = byName.get(family.name)
    const samples = [...(before?.samples ?? []), ...family.samples]
    byName.set(family.name, { ...family, samples })
  }
  return [...byName.values()].flatMap(linesOf).join('\n')
}

function labelled(family: Family, more: Record<string, string>): Family {
  const samples = family.samples.map(([labels, value, suffix]): Sample => [
    { ...labels, ...more },
    value,
    suffix,
  ])
  return { ...family, samples }
}

function linesOf({ name, type, help, samples }: Family): string[] {
  const full = `throughline_${name}`
  return [
    `# HELP ${full} ${help}`,
    `# TYPE ${full} ${type}`,
    ...samples.map(
      ([labels, value, suffix]) => `${full}${suffix ?? ''}${inBraces(labels)} ${String(value)}`,
    ),
  ]
}

function inBraces(labels: Record<string, string>): string {
  const all = Object.entries(labels).map(
    ([name, value]) => `${name}="${value.replaceAll(/["\\]/g, '\\$&').replaceAll('\n', '\\n')}"`,
  )
  return all.length === 0 ? '' : `{${all.join(',')}}`
}
