import { createHash } from 'node:crypto'

/** A short name of a text, the same in every run. */
export const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16)

/** The room that a file is in: its first two folders, or the one that it is in itself. */
export function roomOf(file: string): string {
  return file.split('/').slice(0, -1).slice(0, 2).join('/')
}

/**
 * Puts things into an order that the seed alone decides. However few are taken from its beginning,
 * each room has its share of them: first one of every room, then more of those that hold more.
 *
 * @param named what tells one thing from another
 */
export function shuffled<T extends { file: string }>(
  things: T[],
  seed: string,
  named: (thing: T) => string,
): T[] {
  const rooms = new Map<string, { thing: T; at: string }[]>()
  for (const thing of things) {
    const at = hash(`${seed} ${thing.file} ${named(thing)}`)
    const room = roomOf(thing.file)
    rooms.set(room, [...(rooms.get(room) ?? []), { thing, at }])
  }
  return [...rooms.values()]
    .flatMap((room) =>
      room
        .sort((a, b) => (a.at < b.at ? -1 : 1))
        .map(({ thing, at }, place) => ({ thing, at, share: place / room.length })),
    )
    .sort((a, b) => a.share - b.share || (a.at < b.at ? -1 : 1))
    .map(({ thing }) => thing)
}
