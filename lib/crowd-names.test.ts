import { expect, it } from 'vitest'
import { parseCrowd } from './crowd'

const boundsOf = (words: string) => {
  const read = parseCrowd(words)
  return read.ok ? [read.low, read.high] : null
}

it.each([
  'Four Seasons workers',
  'about four seasons employees',
  'Thousand Oaks residents',
  '300 Thousand Oaks residents',
  'Seven Eleven workers',
  'Three Mile Island workers',
  'Five Guys employees',
  'Twenty-One Pilots fans',
  'Nine Inch Nails fans',
  'Two Rivers residents',
  'Ten Sleep residents',
  'Five Below employees',
  '3M workers',
])('in “%s” the number begins a name, and no size', (words) => {
  expect(boundsOf(words)).toEqual([null, null])
})

it.each([
  ['Four Amazon workers', 4],
  ['Twelve Starbucks baristas', 12],
  ['Two Teamsters', 2],
  ['Two Hundred Amazon Workers', 200],
  ['Three New York nurses', 3],
  ['Four Whole Foods workers', 4],
  ['Eighty Four workers', 84],
  ['3M people', 3_000_000],
])('in “%s” it is the size', (words, size) => {
  expect(boundsOf(words)).toEqual([size, size])
})
