import { scopeLabels, type ShareScope } from '../schemas/share'
import { keysOf, lensLabels, type Lens } from '../schemas/words'
import { choicesAsked } from './choices'
import type { LensChoices } from './lens'

/** A link as somebody thinks of it: what the address of the page that asks holds. */
export type AskedLink = {
  lens: Lens
  choices: LensChoices | null
  scope: ShareScope
  filter: string
  entry: string
}

type Query = Record<string, string | string[] | undefined>

/**
 * Reads which link is asked for from a page's address, where nothing is said as it is in `start`.
 * A lens of its own begins without choices.
 */
export function askedLink(query: Query, start: AskedLink): AskedLink {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    for (const one of [value ?? []].flat()) params.append(name, one)
  const lens = keysOf(lensLabels).find((one) => one === params.get('lens')) ?? start.lens
  const scope = keysOf(scopeLabels).find((one) => one === params.get('scope')) ?? start.scope
  const asks = params.has('lens') || params.has('own')
  return {
    lens,
    choices: asks ? choicesAsked(params, lens) : start.choices,
    scope,
    filter: params.get('filter') ?? start.filter,
    entry: params.get('entry') ?? start.entry,
  }
}
