import 'server-only'

/** A made-up name of two words, neither of which is a word of any text. */
export type MadeUpName = readonly [first: string, last: string]

/** The ways in which texts write a name, each with what else tells who it is. */
export function spellingsOf([first, last]: MadeUpName): string[] {
  const plain = [first, last].map(withoutAccents)
  const joined = plain.join('').toLowerCase()
  const half = Math.floor(last.length / 2)
  return [
    `${first} ${last}`,
    `${first} ${last}’s`,
    `the ${last}s`,
    `${last}, ${first}`,
    `${first.toUpperCase()} ${last.toUpperCase()}`,
    plain.join(' '),
    last,
    first,
    `${first[0] ?? ''}. ${last}`,
    `${first} ${last[0] ?? ''}.`,
    `${first[0] ?? ''}. ${last[0] ?? ''}.`,
    `${first}\n${last}`,
    `${last.slice(0, half)}-\n${last.slice(half)}`,
    `${last.slice(0, half)}\u00ad${last.slice(half)}`,
    `${last}-Fund`,
    `The ${first} ${last} Foundation`,
    `@${joined}`,
    `#JusticeFor${plain[1] ?? ''}`,
    `#free${joined} #justicefor${(plain[1] ?? '').toLowerCase()}`,
    `@${first[0]?.toLowerCase() ?? ''}${(plain[1] ?? '').toLowerCase()}`,
    `@${(plain[0] ?? '').toLowerCase()}_${last[0]?.toLowerCase() ?? ''}`,
    `${plain.join('.').toLowerCase()}@example.org`,
    `IMG_${plain.join('-')}_2.jpg`,
    addressOf([first, last]),
    `https://example.org/${plain.join('-').toLowerCase()}`,
  ]
}

/** An address that holds a name, percent-encoded. */
export function addressOf(name: MadeUpName): string {
  return `https://example.org/people/${encodeURIComponent(name.join(' '))}`
}

/** Everything that was served, as letters alone: what an entity, an escape or a folded line hides is found. */
export function lettersOf(served: string): string {
  const text = served
    .replaceAll(/&#x([0-9a-f]+);/gi, (_, hex: string) => String.fromCodePoint(parseInt(hex, 16)))
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    .replaceAll(/\\[nrt]/g, ' ')
    .replaceAll(/(?:%[0-9a-f]{2})+/gi, (escaped) =>
      Buffer.from(escaped.replaceAll('%', ''), 'hex').toString('utf8'),
    )
  return withoutAccents(text)
    .toLowerCase()
    .replaceAll(/[^\p{L}]/gu, '')
}

/** A name's initials as they stand among other words of what was served. */
export function hasInitials(served: string, [first, last]: MadeUpName): boolean {
  const [one, other] = [first, last].map((word) => withoutAccents(word)[0] ?? '')
  return new RegExp(`(?<![\\p{L}.])${one}\\. ?${other}\\.`, 'u').test(withoutAccents(served))
}

function withoutAccents(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '')
}
