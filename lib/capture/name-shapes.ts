import type { EntityDraft } from './entity'
import { ORGANIZATION_WORD } from './words'

/** A word that no person's name has. */
export const NO_PERSONS =
  /^(?:Safety|Campus|Offshore|Petroleum|Residential|Strike|Youth|Health|Transport|Care|Living|State|Housing|Social|Transit|Senior|Community|National|Federal|Homes|Foods|Partners|Dining|Holdings|Motors|Waste|Rail|Bus|Ferries|Towage|Logistics|Scotland|Zealand|Australia|England|Ireland|Wales|Canada|India|Treffen|Norte|Sur|Oeste|Servicios|\p{L}*werk|Space|Shuttle|Internet|Festival|Base|Standards|Image|Images|Photo|Project|Operation|Program|Programme|Plan|Act|Week|Month|Year|War|Prize|Award|Cup|Letter|Report|Brief|Justice|Action|Friends|Initiative|Rights|Protest|Stop|Save|Boycott|Demand|Tell|of|the|Amt|Stadt|Landkreis|Jahren?|\p{Lu}?\p{Ll}*gericht|\d.*)$/u
const LEGAL_FORM = / (?:Inc|Corp|LLC|LLP|Ltd|PLC|GmbH|AG|S\.A\.|Co-op)\.?$/u
/** "Amt für Verkehr", "Arbeitsgericht Leipzig" */
const GERMAN_OFFICE =
  /^(?:Amt (?:für|zur)|\p{Lu}?\p{Ll}*gericht|Landkreis|Landratsamt|Stadt) \p{Lu}/u
const TAIL =
  / (?:Safety|Offshore|Petroleum|Residential|Health|Living|Care|Transit|Housing|Dining|Ferries|Towage|Foods|Partners|Waste|Rail|Homes|Energy|Logistics)$/u
const OF_COUNTRY =
  /^(?:Health|Transport|Police|Network|Sport|Historic|Creative|Education) (?:Scotland|Wales|England|New Zealand|Australia|Ireland|NZ|Canada)$/u
const BODY_OF =
  /^(?:City|Town|County|Village|Borough|State|Church|Ministry|Bank|Board|Department|University|House|Order|Museum|Friends|Daughters|Sons|Women|Men|Mothers|Parents|Doctors|Neighbors|Citizens) (?:of|for|against)\b/u
const SPANISH_SITE =
  /^(?:Palacio|Plaza|Parque|Paseo|Avenida|Calle|Teatro|Estadio|Puente|Glorieta|Zócalo)\b/u
const TOWN_BEGINS = /^(?:St|Bad|San|Santa|Los|Las|Ciudad|Villa|Puerto|Fort|Mount)\.? \p{Lu}/u

/** Adds what the form of a name says of what it is, with the article before it. */
export function weighShape(
  cues: EntityDraft['cues'],
  {
    words,
    before,
    after,
    several,
    inPlace,
  }: { words: string; before: string; after: string; several: boolean; inPlace: boolean },
) {
  if (LEGAL_FORM.test(words)) cues.organization += 8
  if (BODY_OF.test(words)) cues.organization += 6
  if (GERMAN_OFFICE.test(words)) cues.organization += 6
  if (TAIL.test(words) || OF_COUNTRY.test(words)) cues.organization += 4
  // "Boston-based Tallow AI", "Neither did Acme"
  if (/-based $|^(?:.*[.!?] )?(?:Neither|Nor) (?:did|had|has|was) (?:the )?$/u.test(before))
    cues.organization += 3
  // "the Jemez Water Defenders said": nobody's name has an article.
  if (several && /\bthe $/u.test(before) && !/^ (?:of|family)\b/u.test(after)) {
    cues.organization += 1.5
    cues.person -= 2
  }
  // "told The Connacht Echo"
  if (/\btold The $/u.test(before)) cues.organization += 3
  if (SPANISH_SITE.test(words)) {
    cues.place += 5
    cues.person -= 3
  }
  if (inPlace && TOWN_BEGINS.test(words)) cues.place += 1
  // "Tuam, Co Galway"
  if (/^Co\.? \p{Lu}\p{Ll}+$/u.test(words)) cues.place += 12
}

/** "Project" and "Center" close the name of an organization and open that of a plan. */
export function hasOrganizationWord(tokens: string[]): boolean {
  return (
    tokens.some((token) => ORGANIZATION_WORD.test(token)) ||
    (tokens.length > 2 &&
      /^(?:project|front|rights|initiative|club|store|shop|café|restaurant|museum|theatre|theater|farms?|foods|mills|brewing|logistics|apparels?|software|dynamics)$/iu.test(
        tokens.at(-1) ?? '',
      )) ||
    (tokens.length === 2 &&
      /^(?:foods|farms?|mills|brewing|logistics|apparels?|software|dynamics|apparel|engineering|defense|aerospace|semiconductor|capital|coffee|motors|freight|transit|airlines|steel|energy|solutions|robotics|pharma|textiles|stone|security)$/iu.test(
        tokens.at(-1) ?? '',
      ))
  )
}
