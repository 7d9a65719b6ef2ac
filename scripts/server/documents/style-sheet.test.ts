import { describe, expect, it } from 'vitest'
import { readStyleSheet, styleFor } from './style-sheet'

const style = (css: string, html: string, fonts = false) =>
  styleFor([readStyleSheet(css, '/_next/static/chunks/')], html, fonts)

describe('styleFor', () => {
  it('keeps rules that may find something in the page, in their order', () => {
    const css = [
      '@layer theme,base;',
      '@layer base{a{color:red}.b .c{color:blue}}',
      '@layer other{.x{top:0}}',
      '.b>p:not(.x),.y{left:0}',
      '#one{right:0}',
      '@media print{.b{display:none}.z{display:none}}',
      '@media print{.z{top:1px}}',
      '.b:hover:is(.x,.y){bottom:0}',
      '.b[data-at=".z"]{width:0}',
    ].join('')
    expect(style(css, '<p class="b c" id="one">')).toBe(
      [
        '@layer theme,base;',
        '@layer base{a{color:red}.b .c{color:blue}}',
        '@layer other;',
        '.b>p:not(.x),.y{left:0}',
        '#one{right:0}',
        '@media print{.b{display:none}}',
        '.b:hover:is(.x,.y){bottom:0}',
        '.b[data-at=".z"]{width:0}',
      ].join(''),
    )
  })

  it('knows names as style sheets and pages write them', () => {
    const css = String.raw`.md\:hidden{top:0}.w-1\/2{top:1px}.\32xl{top:2px}.\[\&_a\]\:b a{top:3px}.\[\&\>a\]\:c>a{top:4px}`
    expect(style(css, '<i class="md:hidden w-1/2 2xl [&amp;_a]:b [&amp;&gt;a]:c">')).toBe(css)
    expect(style(css, '<i class="hidden">')).toBe('')
  })

  it('takes what stands in strings for no end of a rule', () => {
    const css = String.raw`.a:after{content:"}{\""}.b{top:0}`
    expect(style(css, '<i class="a">')).toBe(String.raw`.a:after{content:"}{\""}`)
  })

  it('waits for no font', () => {
    const css = '@font-face{font-family:A;font-display:swap;src:url(/a.woff2)}'
    expect(style(css, '<p>', true)).toBe(css.replace('swap', 'optional'))
  })

  it('leaves out the files of fonts and properties that nothing names, and keeps other files', () => {
    const css = [
      '@font-face{font-family:A;src:url(../media/a.woff2)format("woff2")}',
      '@font-face{font-family:B;src:local(Arial)}',
      '@property --used{syntax:"*";inherits:false}',
      '@property --unused{syntax:"*";inherits:false}',
      '@keyframes turn{to{rotate:1turn}}',
      'p{--used:1;background:url(../media/a.svg),url("data:image/svg+xml,b"),url(/c.svg)}',
    ].join('')
    expect(style(css, '<p>')).toBe(
      [
        '@font-face{font-family:B;src:local(Arial)}',
        '@keyframes turn{to{rotate:1turn}}',
        'p{--used:1;background:url(/_next/static/media/a.svg),url("data:image/svg+xml,b"),url(/c.svg)}',
        '@property --used{syntax:"*";inherits:false}',
      ].join(''),
    )
  })
})
