import { expect, it } from 'vitest'
import { isBarePicture } from './bare-picture'

const latin = (text: string) => [...Buffer.from(text, 'latin1')]
const segment = (marker: number, content: number[]) => {
  const size = content.length + 2
  return [0xff, marker, size >> 8, size & 0xff, ...content]
}
/** A JPEG with these segments before its picture, and what is behind it. */
const jpeg = (segments: number[][], behind: number[] = []) =>
  Uint8Array.from([
    ...[0xff, 0xd8, ...segments.flat(), ...segment(0xdb, [0]), ...segment(0xc2, [8])],
    ...[...segment(0xda, [1]), 0x12, 0xff, 0, 0x34, 0xff, 0xd0, 0x56, 0xff, 0xd9, ...behind],
  ])
const part = (name: string, content: number[]) => [
  ...[...latin(name), content.length, 0, 0, 0, ...content],
]
/** A WebP with these parts. */
const webp = (...parts: number[][]) => {
  const content = [...latin('WEBP'), ...parts.flat()]
  return Uint8Array.from([...latin('RIFF'), content.length, 0, 0, 0, ...content])
}
const jfif = (wide: number, high: number, thumbnail: number[] = []) =>
  segment(0xe0, [...latin('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, wide, high, ...thumbnail])
const vp8 = part('VP8 ', [1, 2, 3, 4])

it.each<[string, Uint8Array, boolean]>([
  ['a JPEG', jpeg([]), true],
  ['a JPEG that says how dense its pixels are', jpeg([jfif(0, 0)]), true],
  ['a JPEG with a small picture in its head', jpeg([jfif(1, 1, [9, 9, 9])]), false],
  [
    'a JPEG with a small picture in an extension of its head',
    jpeg([jfif(0, 0), segment(0xe0, [...latin('JFXX\0'), 0x10, 0xff, 0xd8])]),
    false,
  ],
  ['a JPEG with a profile of colours', jpeg([segment(0xe2, latin('ICC_PROFILE\0'))]), false],
  ['a JPEG with a list of its pictures', jpeg([segment(0xe2, latin('MPF\0'))]), false],
  ['a JPEG with Exif', jpeg([segment(0xe1, latin('Exif\0\0'))]), false],
  ['a JPEG with a comment', jpeg([segment(0xfe, latin('by Hana'))]), false],
  ['a JPEG with something behind it', jpeg([], [0xff, 0xd8]), false],
  ['half a JPEG', jpeg([]).subarray(0, 20), false],
  ['a WebP', webp(vp8), true],
  ['a WebP with a profile of colours', webp(part('ICCP', [1, 2]), vp8), false],
  ['a WebP with Exif', webp(vp8, part('EXIF', [1, 2])), false],
  ['a WebP that moves', webp(part('ANMF', [1, 2]), vp8), false],
  ['a WebP with something behind it', Uint8Array.from([...webp(vp8), 0, 0]), false],
  ['nothing', new Uint8Array(), false],
])('whether it is a picture alone: %s', (_what, bytes, expected) => {
  expect(isBarePicture(bytes)).toBe(expected)
})
