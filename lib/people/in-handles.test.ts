import { describe, expect, it } from 'vitest'
import { isCommonWord } from '@/server/people/common-words'
import { WITHHELD as W, type Person } from './withheld-names'
import { Withholder } from './withholder'

const hidden = (...names: string[]): Person => ({ names, consent: 'hidden' })
const withholder = (...people: Person[]) => new Withholder(people, { isCommon: isCommonWord })
const asked = (made: Withholder, text: string) =>
  made.openPlaces(text).map(({ start, end }) => text.slice(start, end))

describe('a name in a handle, a tag or an address', () => {
  it.each([
    [
      'Jennifer Lee',
      'jlee@amazon.com, mailto:jlee+news@x.org',
      `${W}@amazon.com, mailto:${W}+news@x.org`,
    ],
    [
      'Jennifer Lee',
      '@jlee, (@jlee22), @j_lee, @jenlee, @leej',
      `@${W}, (@${W}22), @${W}, @${W}, @${W}`,
    ],
    [
      'Jennifer Lee',
      '@jlee.bsky.social and @jlee@mastodon.example',
      `@${W}.bsky.social and @${W}@mastodon.example`,
    ],
    ['Jennifer Lee', 'https://x.com/jlee/status/12', `https://x.com/${W}/status/12`],
    ['Jennifer Lee', 'jlee_statement.pdf jlee.jpg', `${W}_statement.pdf ${W}.jpg`],
    ['Grace Young', '@grace_y @grace.y', `@${W} @${W}`],
    ['Ana Ruiz', '#freeanaruiz @theanaruiz #FREEANARUIZ', `#free${W} @the${W} #FREE${W}`],
    ['Ana Ruiz', '#freeruiz, www.freeanaruiz.org', `#free${W}, www.free${W}.org`],
    ['Xiomara Diaz', '#justiceforxiomara #xiomarastrong', `#justicefor${W} #${W}strong`],
    ['Grace Young', '#standwithgyoung', `#standwith${W}`],
  ])('%s is withheld in %j', (name, text, shown) => {
    expect(withholder(hidden(name)).show(text)).toBe(shown)
  })

  it.each([
    ['Grace Young', 'https://fund.example/f/help-grace-with-rent', ['grace']],
    ['Grace Young', '#standwithgrace #StandWithGrace #gracestrong', ['grace', 'Grace', 'grace']],
    ['Grace Young', 'https://x.example/grace and grace_2.jpg', ['grace', 'grace']],
    ['Jennifer Lee', '@freejlee #freelee', ['jlee', 'lee']],
    ['Edward Ng', '@eng', ['eng']],
    ['Ana Ruiz', '@ruizfan11 @cruizin #cruizing', ['ruiz']],
    ['Jeff Taylor', '@xtaylorx', ['taylor']],
    ['Dan Ray', '#freedanray @urbandanray', ['danray']],
    ['Al Green', '#totalgreenenergy @socialgreen #finalgreen', ['green', 'green', 'green']],
    ['Amy Lee', '#creamyleeks', ['amylee']],
  ])('of %s an editor is asked in %j: %j', (name, text, words) => {
    const made = withholder(hidden(name))
    expect([made.show(text).includes('cruizin'), asked(made, text)]).toEqual([
      text.includes('cruizin'),
      words,
    ])
  })

  it.each([
    ['Will March', 'https://news.example/2026/02/workers-march-on-spheres and/or will/may'],
    ['Art Post', 'https://www.washingtonpost.com/nation/2026/state-of-the-art-lab'],
    ['Ann Marsh', 'https://news.example/marshall-park-rally #bananasplit'],
    ['Wei Ho', 'https://x.example/watch?v=E_wOho4Whoa1&k=1R4Uwho'],
    ['Ana Lara', 'call 24/7 @ Amazon; laraweek; bananas and panama'],
  ])('nothing of %s is seen in %j', (name, text) => {
    const made = withholder(hidden(name))
    expect([made.show(text), asked(made, text)]).toEqual([text, []])
  })

  it('of two people, one of whom is named, is asked about where it may be either', () => {
    const made = withholder(hidden('Jennifer Lee'), { names: ['James Lee'], consent: 'named' })
    expect([made.show('@jlee @jameslee @jenlee'), asked(made, '@jlee @jameslee @jenlee')]).toEqual([
      `@jlee @jameslee @${W}`,
      ['jlee'],
    ])
    const other = withholder(hidden('Ana Ruiz'), { names: ['Mariana Ruizano'], consent: 'named' })
    expect(other.show('#freemarianaruizano')).toBe('#freemarianaruizano')
  })

  it('of an erased person is known by its forms', () => {
    const forms = new Map([
      ['anaruiz', 'name'],
      ['ruiz', 'name'],
      ['jlee', 'initialed'],
    ])
    const made = new Withholder([], {
      isCommon: isCommonWord,
      isErased: (letters, sort) =>
        sort === 'word' ? letters === 'grace' : forms.get(letters) === sort,
    })
    const text = '#freeanaruiz #freeruiz @jlee #standwithgrace'
    expect(made.show(text)).toBe(`#free${W} #free${W} @${W} #standwithgrace`)
    expect(asked(made, text)).toEqual(['grace'])
  })

  it('leaves a text by which a decision is known as well where it was taken out', () => {
    const made = withholder(hidden('Ana Ruiz'), hidden('Will March'))
    const text = 'March: #justiceforanaruiz and #freeruizstrong'
    expect(made.bare(made.show(text))).toBe(made.bare(text))
  })
})
