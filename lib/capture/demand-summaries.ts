import type { Found, FoundDemand } from './types'

/** A summary such as "cut ties with tech firms" says nothing beside the demands that name the firms. */
export function withoutSummaries(found: Found<FoundDemand>[]): Found<FoundDemand>[] {
  const kept: Found<FoundDemand>[] = []
  for (const demand of found) {
    const same = kept.find((other) => isSame(other.value, demand.value))
    if (same) {
      same.passages.push(...demand.passages)
      same.confidence = Math.max(same.confidence, demand.confidence)
      // A report says it shortly first and exactly later.
      if (demand.value.targets.length > 0) same.value.targets = demand.value.targets
      same.value.wording = demand.value.wording
    } else kept.push(demand)
  }
  const named = kept.filter(({ value }) => value.counterparties.length > 0)
  if (named.length < 2) return kept
  return kept.filter(({ value }) => value.counterparties.length > 0 || !SUMMARY.test(value.wording))
}

const SUMMARY =
  /^(?:cut|sever|end|drop|stop|break|cancel|abandon|quit)\b(?: \p{L}+){0,3} (?:ties|contracts?|partnerships?|work(?:ing)?|business|deals?)\b/iu

function isSame(a: FoundDemand, b: FoundDemand): boolean {
  if (a.counterparties.length > 0 || b.counterparties.length > 0)
    return (
      a.counterparties.length === b.counterparties.length &&
      a.counterparties.every((name) => b.counterparties.includes(name)) &&
      SUMMARY.test(a.wording) === SUMMARY.test(b.wording)
    )
  const words = (demand: FoundDemand) =>
    new Set(demand.wording.toLowerCase().match(/[\p{L}\d]{4,}/gu) ?? [])
  const [left, right] = [words(a), words(b)]
  const shared = [...left].filter((word) => right.has(word)).length
  return shared > 0 && shared / Math.min(left.size, right.size) >= 0.75
}
