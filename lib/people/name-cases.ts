/** Signs of Czech, Slovak, Polish and their neighbours, and how names end there alone. */
const SLAVIC =
  /[ěščřžůťďňľłąęśćźżń]|(?:á|ý|ák|ov[aá]|sk[aiyýá]|ck[iá]|czyk|[wv]icz|ovi[cč]|ić|[ck]huk|enko)(?![\p{L}\p{M}])/iu

/** Endings of a word by what its own ending is, as letters are folded: š is s, and ą is a. */
const CASES: [own: RegExp, replaced: string, by: string[]][] = [
  [/..ka$/, 'ka', ['ce']],
  [/..ra$/, 'ra', ['rze']],
  [/..[gh]a$/, 'a', ['dze']],
  [/..a$/, 'a', ['y', 'i', 'e', 'u', 'o', 'ou', 'ie', 'iej']],
  [/..[sc]ki$/, 'i', ['iego', 'iemu', 'im', 'ich', 'imi']],
  [/..y$/, 'y', ['eho', 'emu', 'ego', 'ym', 'em']],
  [/..ek$/, 'ek', ['ka', 'ku', 'kovi', 'kowi', 'kem', 'kiem']],
  [/..el$/, 'el', ['la', 'lu', 'lovi', 'lowi', 'lem']],
  [/..o$/, 'o', ['a', 'u', 'y', 'i', 'ovi', 'owi', 'em', 'om']],
  [/..[^aeiouy]$/, '', ['a', 'u', 'e', 'i', 'ovi', 'owi', 'em', 'om', 'iem', 'ie']],
]

/**
 * The other cases of a word of a name, as letters, where the name is of a Slavic language that is
 * written in Latin letters. There a case takes the place of the name's last letters, and is often
 * somebody's name by itself elsewhere: Jana is a case of Jan, and Paula none of Paul.
 */
export function casesOf(name: string, letters: string): string[] {
  if (!/^[a-z]{3,}$/.test(letters) || !SLAVIC.test(name.normalize('NFC'))) return []
  return CASES.filter(([own]) => own.test(letters)).flatMap(([, replaced, by]) => {
    const stem = letters.slice(0, letters.length - replaced.length)
    return by.map((ending) => stem + ending)
  })
}
