import type { LinkedDemand } from '../shares/record'

/** The first day, ISO, of which any of these cells tells; `asOf` where none does. */
export function firstRecordedDay(demands: LinkedDemand[], asOf: string): string {
  const days = demands.flatMap(({ targets }) =>
    targets.flatMap(({ clock, history }) => [
      ...[clock?.raised, clock?.answered].map((point) => point?.days.first ?? point?.days.last),
      history[0]?.day,
    ]),
  )
  return days.reduce<string>((first, day) => (day && day < first ? day : first), asOf)
}
