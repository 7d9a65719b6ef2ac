import { describe, expect, it } from 'vitest'
import { safeNextPath, signInPath } from './next-path'

describe('safeNextPath', () => {
  it.each([
    ['/campaigns/spheres', '/campaigns/spheres'],
    ['/campaigns/spheres?order=oldest&_rsc=1a2b3', '/campaigns/spheres?order=oldest'],
    ['/campaigns/a/../b', '/campaigns/b'],
  ])('keeps %s', (asked, path) => {
    expect(safeNextPath(asked)).toBe(path)
  })

  it.each([
    [null],
    [undefined],
    [''],
    ['campaigns'],
    ['https://evil.example/'],
    ['//evil.example/'],
    ['/\\evil.example/'],
    ['/\t/evil.example/'],
    ['/.//evil.example/'],
    ['/x/..//evil.example/'],
    ['/a\\..\\..//evil.example'],
    ['javascript:alert(1)'],
    ['/sign-in?next=/sign-in'],
    ['/set-up'],
    ['/api/export'],
    [`/${'a'.repeat(2000)}`],
  ])('goes home instead of to %j', (asked) => {
    expect(safeNextPath(asked)).toBe('/campaigns')
  })
})

describe('signInPath', () => {
  it('names the way back only when there is one', () => {
    expect(signInPath('/campaigns')).toBe('/sign-in')
    expect(signInPath('//evil.example')).toBe('/sign-in')
    expect(signInPath('/campaigns/x?a=1&b=2')).toBe(
      '/sign-in?next=%2Fcampaigns%2Fx%3Fa%3D1%26b%3D2',
    )
  })
})
