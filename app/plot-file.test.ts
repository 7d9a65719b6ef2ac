import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { readCsv } from '@/lib/formats/csv'
import { inLight, lightColours } from '@/lib/plots/colours'
import { readFileSync } from 'node:fs'
import type { PlotData } from '@/lib/plots/plots'
import { plotFile, plotFileNamed } from './plot-file'

const last = '2026-11-25'
const crowds: PlotData = {
  ...{ name: 'crowds', last },
  crowds: {
    ...{ sized: 1, unknown: 1, bins: null },
    points: [
      {
        ...{ id: 'a', title: '=cmd|"x"!A1', edtf: '2026-02-13', day: '2026-02-13' },
        ...{ low: 200, high: null, words: '"hundreds", they say', countedBy: '<script>' },
      },
      {
        ...{ id: 'b', title: "'Vigil", edtf: '2026-02', day: '2026-02-01' },
        ...{ low: null, high: null, words: '', countedBy: '' },
      },
    ],
  },
}
const rows: PlotData = {
  ...{ name: 'responses', last },
  rows: [
    {
      demand: { number: 1, wording: '</text><script>alert(1)</script> & more' },
      target: 'Amazon',
      raised: { edtf: '2026-02-13', id: 'a', title: 'Rally' },
      answered: null,
      span: { least: 285, most: 285, about: false },
      actions: 1,
      actionDays: [0],
    },
  ],
}

describe('a plot as CSV', () => {
  it('reads back as it was written, and runs nothing', async () => {
    const made = await plotFile(crowds, 'csv', 'Campaign')
    const text = String(made?.body)
    expect(text).toContain("'=cmd")
    expect(readCsv(text)).toEqual([
      ['date', 'title', 'low', 'high', 'words', 'counted_by'],
      ['2026-02-13', '=cmd|"x"!A1', '200', '', '"hundreds", they say', '<script>'],
      ['2026-02', "'Vigil", '', '', '', ''],
    ])
  })

  it('says of a silence only how long it is at least', async () => {
    const made = await plotFile(rows, 'csv', 'Campaign')
    expect(readCsv(String(made?.body))[1]?.slice(5)).toEqual(['no', '285', '', '1'])
  })
})

describe('a plot as SVG', () => {
  it('is a document of its own, in plain colours, with every text escaped', async () => {
    const svg = String((await plotFile(rows, 'svg', 'A & B'))?.body)
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/)
    expect(svg).not.toContain('<script')
    expect(svg).not.toContain('var(--')
    expect(svg).not.toMatch(/href|@import|url\(http/)
    expect(svg).toContain('A &amp; B · as of 25 Nov 2026')
  })
})

describe('a plot as PNG', () => {
  it('has two dots for each unit of the drawing, and its colours', async () => {
    const made = await plotFile(crowds, 'png', 'Campaign')
    const svg = String((await plotFile(crowds, 'svg', 'Campaign'))?.body)
    const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? []
    const image = sharp(made?.body as Buffer)
    const meta = await image.metadata()
    expect([meta.format, meta.width, meta.height]).toEqual([
      'png',
      Math.round(2 * Number(width)),
      Math.round(2 * Number(height)),
    ])
    const { data, info } = await image.removeAlpha().raw().toBuffer({ resolveWithObject: true })
    const near = (at: number, wanted: number[]) =>
      wanted.every((value, index) => Math.abs((data[at + index] ?? 0) - value) < 12)
    let marks = 0
    for (let at = 0; at < data.length; at += info.channels)
      if (near(at, [0xad, 0x4a, 0])) marks += 1
    expect(marks).toBeGreaterThan(20)
    expect(near(0, [0xfb, 0xfa, 0xf7])).toBe(true)
  })

  it('is none where there is nothing to draw', async () => {
    expect(await plotFile({ name: 'entries', months: [], last }, 'png', 'Campaign')).toBeNull()
  })
})

describe('the name of a file', () => {
  it('is a plot and a format, and nothing else', () => {
    expect(plotFileNamed('crowds.svg')).toEqual({ name: 'crowds', format: 'svg' })
    for (const other of ['crowds', 'crowds.pdf', 'toString.svg', '../crowds.svg', 'crowds.svg.png'])
      expect(plotFileNamed(other)).toBeNull()
  })
})

describe('the colours of files', () => {
  it('are those of the light theme of a shared page', () => {
    const css = readFileSync('public/share-page.css', 'utf8')
    for (const [token, colour] of Object.entries(lightColours))
      expect(css).toContain(`${token}: light-dark(${colour},`)
    expect(() => inLight('var(--color-nothing)')).toThrow(RangeError)
  })
})
