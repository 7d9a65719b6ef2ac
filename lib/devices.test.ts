import { expect, it } from 'vitest'
import { deviceInWords, deviceOf } from './devices'

const MOZILLA = 'Mozilla/5.0'
const WEBKIT = 'AppleWebKit/537.36 (KHTML, like Gecko)'

it.each([
  [`${MOZILLA} (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0`, 'Firefox on Android'],
  [
    `${MOZILLA} (Linux; Android 10; K) ${WEBKIT} Chrome/140.0.0.0 Mobile Safari/537.36`,
    'Chrome on Android',
  ],
  [
    `${MOZILLA} (Linux; Android 14; SAMSUNG SM-S918B) ${WEBKIT} SamsungBrowser/28.0 Chrome/130.0 Mobile Safari/537.36`,
    'Samsung Internet on Android',
  ],
  [
    `${MOZILLA} (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1`,
    'Safari on iPhone',
  ],
  [
    `${MOZILLA} (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/140.0 Mobile/15E148 Safari/604.1`,
    'Chrome on iPhone',
  ],
  [
    `${MOZILLA} (Windows NT 10.0; Win64; x64) ${WEBKIT} Chrome/140.0 Safari/537.36 Edg/140.0`,
    'Edge on Windows',
  ],
  [
    `${MOZILLA} (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15`,
    'Safari on Mac',
  ],
  [`${MOZILLA} (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0`, 'Firefox on Linux'],
  [
    `${MOZILLA} (X11; CrOS x86_64 14541.0.0) ${WEBKIT} Chrome/140.0 Safari/537.36`,
    'Chrome on ChromeOS',
  ],
  [`${MOZILLA} (Windows NT 10.0) Something/1.0`, 'A browser on Windows'],
  ['curl/8.5.0', ''],
  ['', ''],
])('names the browser of %s', (userAgent, name) => {
  expect(deviceOf(userAgent)).toBe(name)
})

it.each([
  ['America/Los_Angeles', 'Firefox on Android, Los Angeles time'],
  ['America/Argentina/Buenos_Aires', 'Firefox on Android, Buenos Aires time'],
  ['UTC', 'Firefox on Android, UTC time'],
  ['Etc/GMT+8', 'Firefox on Android'],
  ['', 'Firefox on Android'],
  ['<b>Mars</b>', 'Firefox on Android'],
  ['Mars/Olympus_Mons', 'Firefox on Android'],
])('with the zone %j it is %j', (zone, words) => {
  expect(deviceInWords(`${MOZILLA} (Android 15; Mobile) Gecko/140.0 Firefox/140.0`, zone)).toBe(
    words,
  )
})
