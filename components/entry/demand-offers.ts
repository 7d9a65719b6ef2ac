import type { ComboItem } from '@/components/form/suggestions'
import type { EntryFormChoices } from './form-choices'

/** The campaign's demands as a field offers them before anything is typed. */
export function demandOffers({ demands }: EntryFormChoices): ComboItem[] {
  return demands.map(({ id, number, wording, targets }) => ({
    ...{ id, name: wording, note: `Demand ${number}, at ${targets.join(', ')}` },
  }))
}
