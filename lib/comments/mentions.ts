/** Somebody who can be mentioned. */
export type Mentioned = { id: string; name: string }

/** A piece of a comment: plain words, or a mention. */
type Piece = { text: string; mention: boolean }

// Within a word or an address of mail, @ is no mention.
const BEFORE = /[\p{L}\p{N}._%+-]$/u
const WITHIN = /^[\p{L}\p{N}]/u

/**
 * Cuts a text at its mentions: `@` with the whole name of a member, in whatever case. Of two names
 * that fit the longer one counts.
 */
export function mentionPieces(words: string, members: readonly Mentioned[]): Piece[] {
  // An accent can be a letter of its own, and then a name is longer than the same name elsewhere.
  const text = words.normalize('NFC')
  const names = namesOf(members)
  const pieces: Piece[] = []
  let from = 0
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const name = BEFORE.test(text.slice(0, at)) ? undefined : nameAt(text, at + 1, names)
    if (name === undefined) continue
    const end = at + 1 + name.length
    if (at > from) pieces.push({ text: text.slice(from, at), mention: false })
    pieces.push({ text: text.slice(at, end), mention: true })
    from = end
    at = end - 1
  }
  if (from < text.length) pieces.push({ text: text.slice(from), mention: false })
  return pieces
}

/** The ids of the members whom a text mentions; where two have one name, both. */
export function mentionedIn(text: string, members: readonly Mentioned[]): string[] {
  const said = new Set(
    mentionPieces(text, members)
      .filter(({ mention }) => mention)
      .map((piece) => folded(piece.text.slice(1))),
  )
  return members.filter(({ name }) => said.has(folded(name))).map(({ id }) => id)
}

function namesOf(members: readonly Mentioned[]): string[] {
  return members
    .map(({ name }) => name.normalize('NFC'))
    .filter((name) => name !== '')
    .sort((a, b) => b.length - a.length)
}

function nameAt(text: string, from: number, names: readonly string[]): string | undefined {
  return names.find((name) => {
    const end = from + name.length
    return folded(text.slice(from, end)) === folded(name) && !WITHIN.test(text.slice(end))
  })
}

const folded = (text: string) => text.normalize('NFC').toLocaleLowerCase('en')
