import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { WITHHELD, type Person } from './withheld-names'
import { Withholder } from './withholder'

const COMMON = new Set(['march', 'young', 'grace', 'will', 'may', 'cook', 'on', 'the', 'said'])

const withholder = (...people: Person[]) => {
  const made = new Withholder(people, { isCommon: (letters) => COMMON.has(letters) })
  return (text: string): string => made.show(text)
}
const hidden = (...names: string[]) => withholder({ names, consent: 'hidden' })

describe('a name in any form', () => {
  const W = WITHHELD
  it.each([
    ['Xylander, Quirin', W],
    ['XYLANDER Quirin and Xylander', `${W} and ${W}`],
    ['Q. Xylander, Q Xylander, Xylander Q.', `${W}, ${W}, ${W}.`],
    ['Quirin X. said', `${W}. said`],
    ['According to Q. X., yes', `According to ${W}., yes`],
    ['the Xylanders, Xylander’s, Xylander´s', `the ${W}s, ${W}’s, ${W}´s`],
    ['Quirin Xylander Foundation', `${W} Foundation`],
    ['quirin.xylander@example.org', `${W}@example.org`],
    ['@quirinxylander @qxylander @realquirinxylander99', `@${W} @${W} @real${W}99`],
    ['#JusticeForXylander #justiceforxylander', `#JusticeFor${W} #justicefor${W}`],
    ['IMG_quirin-xylander_2.jpg', `IMG_${W}_2.jpg`],
    ['a/Quirin%20Xylander/b', `a/${W}/b`],
    ['a/quirin+xylander?x=%51uirin', `a/${W}?x=${W}`],
    ['Quirin\r\nXylander', W],
    ['Quirin Xylan-\nder', W],
    ['Qui\u200drin Xy\u200clan\u00adder', W],
    ['Ｑｕｉｒｉｎ Ｘｙｌａｎｄｅｒ', W],
    ['Quírin Xýländer', W],
    ['昨日Quirin Xylanderさんは', `昨日${W}さんは`],
    ['ในวันนี้Quirin Xylanderพูด', `ในวันนี้${W}พูด`],
  ])('is withheld: %j', (text, shown) => {
    expect(hidden('Quirin Xylander')(text)).toBe(shown)
  })

  it.each([
    ['王小明', '昨天王小明说', `昨天${W}说`],
    ['山田 太郎', '昨日山田太郎さんが', `昨日${W}さんが`],
    ['김민수', '어제 김민수는', `어제 ${W}는`],
    ['สมชาย ใจดี', 'วันนี้สมชายใจดีพูด', `วันนี้${W}พูด`],
    ['أحمد شحور', 'قال أَحْمَد شحور', `قال ${W}`],
    ['أحمد شحور', 'وأحمد شحور هنا', `و${W} هنا`],
    ['Иван Ксиландров', 'слова Ивана Ксиландрова', `слова ${W}а ${W}а`],
    ['Ольга Ксиландрова', 'с Ольгой Ксиландровой', `с ${W} ${W}`],
    ['Андрей Ксиландский', 'к Андрею Ксиландскому', `к ${W} ${W}`],
    ['Aleksandra Zabrowska', 'Zabrowską, Zabrowskiej', `${W}, ${W}`],
    ['Αλέξης Παπαδόπουλος', 'του Αλέξη Παπαδόπουλου', `του ${W} ${W}`],
    ['José Núñez', 'Jose Nunez, NUÑEZ', `${W}, ${W}`],
    ['Jürgen Müller', 'Juergen Mueller, Jurgen Muller', `${W}, ${W}`],
    ['Ludwig van Beethoven', 'van Beethoven, L. van Beethoven', `${W}, ${W}`],
    ['Maria Elena Garcia', 'Maria Garcia, Garcia, Maria E. Garcia', `${W}, ${W}, ${W}`],
    ["Siobhan O'Neil", 'ONeil, O’Neil’s, Siobhan O`Neil', `${W}, ${W}’s, ${W}`],
    ['Jean-Luc Zabrowski', 'Jean‑Luc Zabrowski, Jean Luc, Zabrowski-Fund', `${W}, ${W}, ${W}-Fund`],
  ])('%s is withheld in %j', (name, text, shown) => {
    expect(hidden(name)(text)).toBe(shown)
  })

  it('of three or four signs is asked about where a part of it stands alone', () => {
    const made = new Withholder([{ names: ['王小明', '佐藤花子'], consent: 'hidden' }])
    const asked = (text: string) =>
      made.openPlaces(text).map(({ start, end }) => text.slice(start, end))
    expect(asked('小明说')).toEqual(['小明'])
    expect(asked('佐藤さんと花子さん')).toEqual(['佐藤', '花子'])
    expect(asked('王小明说')).toEqual([])
  })

  it('stays where it is a common word, and an editor is asked', () => {
    const people = [{ names: ['Will March'], consent: 'hidden' as const }]
    const made = new Withholder(people, { isCommon: (letters) => COMMON.has(letters) })
    expect(made.show('They will march on 1 March.')).toBe('They will march on 1 March.')
    expect(made.openPlaces('They will march on 1 March.')).toEqual([
      { letters: 'march', start: 21, end: 26 },
    ])
    expect(made.show('Will March, W. March, will.march@x.org')).toBe(`${W}, ${W}, ${W}@x.org`)
  })

  it('is withheld with an initial within, and asked about where only the pair of words tells', () => {
    const people = [{ names: ['Grace Young'], consent: 'hidden' as const }]
    const made = new Withholder(people, { isCommon: (letters) => COMMON.has(letters) })
    const asked = (text: string) => made.openPlaces(text).map(({ letters }) => letters)
    expect(made.show('Grace M. Young; Grace, M. Young')).toBe(`${W}; Grace, M. Young`)
    expect(asked('grace young spoke')).toEqual(['grace', 'young'])
    expect(asked('GRACE young spoke')).toEqual(['grace', 'young'])
    expect(asked('They asked for grace; young people came')).toEqual([])
    expect(asked('They said grace young')).toEqual([])
  })

  it('is withheld after a title, however common it is', () => {
    const show = hidden('Will March')
    expect(show('Ms. March and Mr March; Prof. March')).toBe(`Ms. ${W} and Mr ${W}; Prof. ${W}`)
    expect(show('Miss. In March')).toBe('Miss. In March')
  })

  it('is withheld in the one text in which an editor said so', () => {
    const people = [{ names: ['Will March'], consent: 'hidden' as const }]
    const made = new Withholder(people, {
      isCommon: (letters) => COMMON.has(letters),
      isDecided: (letters, { bare }) => letters === 'march' && bare === 'then spoke',
    })
    expect(made.show('Then March spoke.')).toBe(`Then ${W} spoke.`)
    expect(made.show('In March')).toBe('In March')
    expect(made.show('Then – March’s; spoke Will March')).toBe(`Then – ${W}’s; spoke ${W}`)
    // What is made of parts that are shown is decided by its parts.
    expect(made.showMade('Then March spoke.')).toBe('Then March spoke.')
    expect(made.showAll({ sentence: 'Then March spoke.' })).toEqual({
      sentence: 'Then March spoke.',
    })
  })

  it('leaves the same words for a decision to go by where names were taken out already', () => {
    const people = [
      { names: ['Will March', 'Quirin Xylander'], consent: 'hidden' as const },
      { names: ['Ada Byron'], consent: 'initials' as const },
    ]
    const made = new Withholder(people, { isCommon: (letters) => COMMON.has(letters) })
    const texts = [
      'Then March met Quirin Xylander’s sister.',
      'Then, March’s friends met Ada Byron in March',
      'W. March; Ms. March and the others',
    ]
    for (const text of texts) expect(made.bare(made.show(text))).toBe(made.bare(text))
    expect(made.bare(texts[1] ?? '')).toBe('then friends met in')
  })

  it('is asked about where its initials stand without dots, and where it is a plural', () => {
    const people = [{ names: ['Will March'], consent: 'hidden' as const }]
    const isDecided = () => true
    const made = new Withholder(people, { isCommon: (letters) => COMMON.has(letters), isDecided })
    const text = 'Then WM spoke, and the Marches; wm and Wm.'
    const asked = made.openPlaces(text).map(({ start, end }) => text.slice(start, end))
    expect(asked).toEqual(['WM', 'March'])
    expect(made.show(text)).toBe(`Then ${W} spoke, and the ${W}es; wm and Wm.`)
  })

  it('of an erased person is asked about, and withheld after a title', () => {
    const forms = new Map([
      ['willmarch', 'name'],
      ['wm', 'initials'],
    ])
    const made = new Withholder([], {
      isCommon: (letters) => COMMON.has(letters),
      isErased: (letters, sort) =>
        sort === 'word' ? ['will', 'march'].includes(letters) : forms.get(letters) === sort,
      isDecided: (letters, { bare }) => letters === 'march' && bare === 'then spoke',
    })
    expect(made.show('Ms. March; Then March; WM')).toBe(`Ms. ${W}; Then March; WM`)
    expect(made.openPlaces('Ms. March; Then March; WM').map(({ letters }) => letters)).toEqual([
      ...['march', 'wm'],
    ])
    expect(made.show('Then March spoke')).toBe(`Then ${W} spoke`)
  })

  it('leaves whoever is named, and what only they may be', () => {
    const text = 'Maria Lopez and Maria Garcia; Maria; Garcia'
    const made = withholder(
      { names: ['Maria Lopez'], consent: 'named' },
      { names: ['Maria Garcia'], consent: 'hidden' },
    )
    expect(made(text)).toBe(`Maria Lopez and ${W}; Maria; ${W}`)
  })

  it('that two people share is withheld in each of its words where one of them is', () => {
    const made = withholder(
      { names: ['Quirin Xylander'], consent: 'named' },
      { names: ['quirin xylander'], consent: 'hidden' },
    )
    expect(made('Quirin Xylander; Xylander; Quirin; Q. X.')).toBe(`${W}; ${W}; ${W}; ${W}.`)
  })

  it('that somebody had once is withheld though they are named now, unless it is theirs still', () => {
    const made = withholder({ names: ['Ada Lovelace'], former: ['Ada Byron'], consent: 'named' })
    expect(made('Ada Byron, Byron, Ada Lovelace')).toBe(`${W}, ${W}, Ada Lovelace`)
  })

  it('of an erased person is known by its forms alone', () => {
    const forms = new Map([
      ['quirinxylander', 'name'],
      ['xylander', 'name'],
      ['qxylander', 'initialed'],
      ['qx', 'initials'],
    ])
    const words = ['quirin', 'xylander', 'quirinxylander', 'qxylander']
    const made = new Withholder([], {
      isErased: (letters, sort) =>
        sort === 'word' ? words.includes(letters) : forms.get(letters) === sort,
    })
    expect(made.show('Quirin Xylander, Q. Xylander, Q. X., Xylanders, QX')).toBe(
      `${W}, ${W}, ${W}., ${W}s, QX`,
    )
    expect(made.show('@quirinxylander, #justiceforxylander; Xylan-\nder; @real_xylander99')).toBe(
      `@${W}, #justicefor${W}; ${W}; @real_${W}99`,
    )
  })

  it('takes addresses that name somebody out of a record, and leaves ids and days', () => {
    const made = new Withholder([{ names: ['Quirin Xylander', '2026-02-13'], consent: 'hidden' }])
    const value = {
      ...{ id: 'xylander', edtf: '2026-02-13', title: 'Xylander', url: 'https://x.org/xylander' },
      rows: [{ name: 'Amazon', url: 'https://x.org/a' }],
    }
    expect(made.showAll(value)).toEqual({
      ...{ id: 'xylander', edtf: '2026-02-13', title: W, url: '' },
      rows: [{ name: 'Amazon', url: 'https://x.org/a' }],
    })
  })

  it('that was taken out once leaves a text that stays as it is', () => {
    const part = fc.stringMatching(/^[A-Z][a-z]{2,7}$/)
    const name = fc.tuple(part, part).map((parts) => parts.join(' '))
    const consent = fc.constantFrom('named', 'initials', 'role_only', 'hidden' as const)
    const person = fc.record({ names: fc.array(name, { maxLength: 2 }), consent })
    fc.assert(
      fc.property(fc.array(person, { maxLength: 5 }), fc.array(name), (people, words) => {
        const show = withholder(...(people as Person[]))
        const texts = [...people.flatMap(({ names }) => names), ...words]
        const once = show(texts.join(', '))
        expect(show(once)).toBe(once)
      }),
      { numRuns: 2_000 },
    )
  })
})
