import { describe, expect, it } from 'vitest'
import { documentHtml } from './html'
import { laterScript } from './later'

const page = [
  '<!DOCTYPE html><html><head>',
  '<link rel="preload" href="/a.css" as="style"/>',
  '<link rel="stylesheet" href="/a.css" nonce="o" data-precedence="next"/>',
  '<link rel="stylesheet" href="/b.css" nonce="o" data-precedence="next"/>',
  '<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/1.js"/>',
  '<script src="/_next/static/chunks/1.js" async=""></script>',
  '<script src="/_next/static/chunks/old.js" noModule=""></script>',
  '</head><body><main><p>It said &lt;script&gt;.</p></main>',
  '<script id="_R_">(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push({"otherChunks":["a.js"],"runtimeModuleIds":[1]});</script>',
  '<script src="/_next/static/chunks/1.js" async=""></script>',
  '<script>(self.__next_f=self.__next_f||[]).push([0])</script>',
  '<script>self.__next_f.push([1,"1:\\"$S\\u003c/script>\\"\\n"])</script>',
  '</body></html>',
].join('')

const none = { of: () => null, fonts: [] }
const how = { begins: 'later', nonce: 'n', styles: none, hasFonts: true } as const

function listIn(html: string): unknown {
  const [, begin, text = ''] =
    /<script type="application\/json" id="later" data-begin="(\w+)">(.*?)<\/script>/s.exec(html) ??
    []
  return [begin, JSON.parse(text)]
}

describe('documentHtml', () => {
  it('makes a list of the scripts, each file once, and leaves one script that may run', () => {
    const html = documentHtml(page, how) ?? ''
    expect(listIn(html)).toEqual([
      'later',
      [
        { src: '/_next/static/chunks/1.js' },
        { queue: 'TURBOPACK', item: { otherChunks: ['a.js'], runtimeModuleIds: [1] } },
        { queue: '__next_f', item: [0] },
        { queue: '__next_f', item: [1, '1:"$S</script>"\n'] },
      ],
    ])
    expect(html.match(/<script(?! type="application\/json")/g)).toHaveLength(1)
    expect(html).toContain(`<script nonce="n">${laterScript}</script></body></html>`)
    expect(html).toContain(
      '<link rel="stylesheet" href="/a.css" nonce="o" data-precedence="next"/>',
    )
    expect(html).toContain('<p>It said &lt;script&gt;.</p>')
    expect(html).not.toContain('rel="preload"')
  })

  it('writes what the page needs of its style sheets into it, and lists them', () => {
    const asked: unknown[] = []
    const of = (sheets: string[], html: string) => {
      asked.push(sheets, html.includes('<main>'))
      return 'p{top:0}'
    }
    const html = documentHtml(page, { ...how, styles: { of, fonts: [] } }) ?? ''
    expect(asked).toEqual([['/a.css', '/b.css'], true])
    expect(html).toContain('<head><style nonce="n">p{top:0}</style></head>')
    expect(html).not.toContain('<link')
    const [, list] = listIn(html) as [string, unknown[]]
    expect(list.slice(0, 2)).toEqual([
      { href: '/a.css', precedence: 'next' },
      { href: '/b.css', precedence: 'next' },
    ])
  })

  it('sends a page as it is that has a script of another form', () => {
    for (const script of ['alert(1)', 'self.__next_f.push(alert(1))', 'a.push([1]);b()'])
      expect([script, documentHtml(`<body><script>${script}</script></body>`, how)]).toEqual([
        script,
        null,
      ])
    expect(documentHtml('no page at all', how)).toBeNull()
  })
})
