import 'server-only'
import type { CitationDto } from '@/lib/record'
import { withProse } from '@/lib/sources/fields'
import type { Audience } from './audience'
import type { CitationRow } from './reading/row'

/** Citations as this viewer may see them. */
export function toCitations(
  rows: CitationRow[],
  { viewer, withhold }: Pick<Audience, 'viewer' | 'withhold'>,
): CitationDto[] {
  return rows.map(({ id, exact, prefix, suffix, match, source }) => ({
    id,
    exact: withhold(exact),
    ...((match === 'absent' || match === 'moved') && { missing: match }),
    // The captured text is for members.
    ...(viewer.kind !== 'share' && exact !== '' && { near: { prefix, suffix } }),
    source: toSource(source, withhold),
  }))
}

function toSource(
  { pictures = [], ...source }: CitationRow['source'],
  withhold: Audience['withhold'],
): CitationDto['source'] {
  const described = pictures
    .filter(({ caption, credit }) => caption !== '' || credit !== '')
    .map(({ caption, credit }) => ({ caption: withhold(caption), credit: withhold(credit) }))
  return {
    ...withProse(source, withhold),
    ...(described.length > 0 && { pictures: described }),
  }
}
