import type { EntityDraft } from './entity'

const NUMBERED = /^(.+?) (?:Local |Lodge |District )?(\d{1,5})$/u

/**
 * A local of a union goes by many names: "Service Employees International Union (SEIU) Local 721", "SEIU Local
 * 721", "SEIU 721", "Local 721". Makes one of them, under the longest, and leaves out the union itself where it is
 * named only as a part of that.
 */
export function joinLocals(text: string, drafts: EntityDraft[]): EntityDraft[] {
  const gone = new Set<EntityDraft>()
  for (const local of drafts) {
    if (!/^(?:Local|Lodge|District) \d{1,5}$/u.test(local.name)) continue
    const [mention] = local.mentions
    const short = mention && /\(([\p{Lu}\d-]{2,8})\) $/u.exec(text.slice(0, mention.start))?.[1]
    const union = short && drafts.find(({ otherNames }) => otherNames.includes(short))
    if (!mention || !short || !union) continue
    const before = union.mentions.find(
      ({ end }) => text.slice(end, mention.start) === ` (${short}) `,
    )
    if (!before) continue
    local.otherNames.push(`${short} ${local.name}`, local.name)
    local.name = `${union.name} ${local.name}`
    mention.start = before.start
    local.cues.organization += union.cues.organization
    union.mentions = union.mentions.filter(
      (one) =>
        one !== before &&
        !local.mentions.some(({ start, end }) => one.start >= start && one.end <= end),
    )
    if (union.mentions.length === 0) gone.add(union)
  }
  for (const [number, alike] of byNumber(drafts.filter((draft) => !gone.has(draft))))
    for (const short of alike) {
      const union = unionOf(short.name)
      const [only, more] = alike.filter(
        (other) =>
          other !== short &&
          !gone.has(other) &&
          other.name.length > short.name.length &&
          [other.name, ...other.otherNames].some(
            (name) =>
              name.endsWith(` ${number}`) &&
              (unionOf(name) === union || /^(?:Local|Lodge|District)$/u.test(union)),
          ),
      )
      if (!only || more) continue
      only.mentions.push(...short.mentions)
      only.cues.organization += short.cues.organization
      for (const name of [short.name, ...short.otherNames])
        if (!only.otherNames.includes(name)) only.otherNames.push(name)
      gone.add(short)
    }
  return drafts.filter((draft) => !gone.has(draft))
}

const unionOf = (name: string) => NUMBERED.exec(name)?.[1] ?? ''

/** Names that end in the same number. A number that half the names of a text end in is no local's. */
function byNumber(drafts: EntityDraft[]): [string, EntityDraft[]][] {
  const groups = new Map<string, EntityDraft[]>()
  for (const draft of drafts) {
    const number = NUMBERED.exec(draft.name)?.[2]
    if (number) groups.set(number, [...(groups.get(number) ?? []).slice(0, MOST_ALIKE), draft])
  }
  return [...groups].filter(([, alike]) => alike.length > 1 && alike.length <= MOST_ALIKE)
}
const MOST_ALIKE = 40
