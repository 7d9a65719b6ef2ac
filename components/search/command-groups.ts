import { commandsAnswering, type Command } from '@/lib/search/commands'
import { placeLabels, type Place, type PlaceRecord } from '@/lib/search/places'

/** One line of the command bar. */
type CommandItem = { id: string; name: string; note: string; href: string }
export type CommandGroup = { label: string; items: CommandItem[] }

/** What the command bar offers: recent pages before anything is typed, else what answers to it. */
export function commandGroups(
  typed: string,
  places: readonly Place[],
  commands: readonly Command[],
): CommandGroup[] {
  const asked = typed.trim()
  const items = (some: readonly Place[]) =>
    some.map(({ id, name, note, href, record }) => ({ id: `${record} ${id}`, name, note, href }))
  const lines = (some: readonly Command[]) => some.map((one) => ({ ...one, note: '' }))
  const groups =
    asked === ''
      ? [
          { label: 'Recent', items: items(places) },
          { label: 'Commands and pages', items: lines(commands) },
        ]
      : [
          { label: 'Commands and pages', items: lines(commandsAnswering(commands, asked)) },
          ...(Object.keys(placeLabels) as PlaceRecord[]).map((record) => ({
            label: placeLabels[record],
            items: items(places.filter((place) => place.record === record)),
          })),
          {
            label: 'Search',
            items: [
              {
                id: 'search',
                name: `Search everywhere for “${asked}”`,
                note: '',
                href: `/search?${new URLSearchParams({ q: asked }).toString()}`,
              },
            ],
          },
        ]
  return groups.filter((group) => group.items.length > 0)
}
