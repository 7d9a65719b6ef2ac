import { keysOf, standingLabels, type Standing } from '../schemas/words'
import { daySpanInWords, spanLength, type DaySpan } from './spans'

/**
 * How a campaign's demands are, each counted once for each of its targets: "1 of 5 met, 4 open, longest
 * silence 288 days". Null where there is no demand.
 *
 * @param longest the longest silence of those that wait for an answer, or null
 */
export function demandsInWords(standings: Standing[], longest: DaySpan | null): string | null {
  if (standings.length === 0) return null
  const of = (standing: Standing) => standings.filter((one) => one === standing).length
  const others = keysOf(standingLabels)
    .filter((standing) => standing !== 'met' && of(standing) > 0)
    .map((standing) => `${of(standing)} ${standingLabels[standing].toLowerCase()}`)
  return [
    `${of('met')} of ${standings.length} met`,
    ...others,
    ...(longest && spanLength(longest) > 0 ? [`longest silence ${daySpanInWords(longest)}`] : []),
  ].join(', ')
}
