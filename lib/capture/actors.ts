import type { Entity } from './entity'
import { KNOWN_UNION, PLACE_WORD, UNION } from './words'

/** "activists from Acme Watch", "the climate group Acme Watch", "a rally organized by Acme Watch" */
const ACTS_BEFORE =
  /\b(?:activists?|protesters?|campaigners?|demonstrators?|volunteers?|supporters?|organi[sz]ers?|marchers?) (?:from|with|of) (?:the )?$|\b(?:activist|climate|environmental|advocacy|campaign|protest|community|grassroots|abolitionist|student|tenant|worker|employee)s?['’]?(?: \p{Ll}+)? (?:group|organi[sz]ation|coalition|collective|movement|network),? (?:called |known as )?$|\b(?:organi[sz]ed|led|staged|launched|coordinated) by (?:the )?(?:\p{Ll}+ ){0,3}$|\b(?:(?:organi[sz]ed|led|staged|called|convened|coordinated|sponsored|hosted) by|[Mm]embers of) (?:the )?(?:\p{Lu}[^.;:“”"]*?(?:, (?:and )?| and )(?:the )?)?$|\b(?:campaign|protest|rally|demonstration|blockade|walkout|strike) by (?:the )?$/iu
const ACTS_AFTER =
  /^(?: group| union)? (?:union|activists?|protesters?|campaigners?|organi[sz]ers?|supporters|members|chapters?|locals?|general secretary|General Secretary|regional (?:officer|secretary|organi[sz]er)|national officer|shop stewards?)\b/u
const UNION_BEFORE =
  /\b(?:unions?|sindicatos?|\p{L}*gewerkschaft(?:en)?),? (?:\p{Lu}[\p{L}.]+ (?:and|y|und) )?$|\b[Mm]embers of (?:the )?$|secretari[oa] general de (?:la )?$/iu
const COMPANY_BEFORE = /\b(?:company|firm|operator|employer|retailer|airline|bank) $/iu

/** "organized by Acme employees" is done by people of Acme, against it. */
const ITS_PEOPLE =
  /^(?:['’]s)? (?:\p{Ll}+ )?(?:employees|workers|staff|drivers|engineers|nurses|members)\b/u

/** The organizations that act in a report, by name: unions, coalitions, and whoever it says that protested. */
export function actorsOf(text: string, entities: Entity[]): ReadonlySet<string> {
  return new Set(
    entities
      .filter(
        ({ kind, name, mentions }) =>
          kind === 'organization' &&
          !mentions.some(({ start }) =>
            COMPANY_BEFORE.test(text.slice(Math.max(0, start - 20), start)),
          ) &&
          ((UNION.test(name) && !PLACE_WORD.test(name.split(' ').at(-1) ?? '')) ||
            KNOWN_UNION.test(name) ||
            mentions.some(
              ({ start, end }) =>
                (ACTS_BEFORE.test(text.slice(Math.max(0, start - 160), start)) &&
                  !ITS_PEOPLE.test(text.slice(end, end + 30))) ||
                UNION_BEFORE.test(text.slice(Math.max(0, start - 40), start)) ||
                ACTS_AFTER.test(text.slice(end, end + 24)),
            )),
      )
      .map(({ name }) => name),
  )
}
