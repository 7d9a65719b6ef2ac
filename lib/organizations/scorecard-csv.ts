import { writeCsv } from '../formats/csv'
import { measuresOf } from './measures'
import { factsOf, type Scorecard } from './scorecard'

/** A scorecard as CSV: a row for each number, of all campaigns together and of each. */
export function scorecardCsv({ organization, withDivisions, asOf, campaigns, facts }: Scorecard) {
  const rows = (campaign: string, of: typeof facts) =>
    measuresOf(of).map(({ key, label, value, of: all, note }) => [
      ...[organization.name, withDivisions ? 'yes' : 'no', asOf, campaign, key, label],
      ...[value === null ? '' : String(value), all === null ? '' : String(all), note],
    ])
  return writeCsv([
    [
      'organization',
      'with_divisions',
      'as_of',
      'campaign',
      'measure',
      'label',
      'value',
      'of',
      'note',
    ],
    ...rows('', facts),
    ...campaigns.flatMap(({ slug }) => rows(slug, factsOf(facts, slug))),
  ])
}
