import { readFileSync } from 'node:fs'
import { createContext, runInContext } from 'node:vm'
import { expect, it } from 'vitest'

const ORIGIN = 'https://record.example.org'
const CODE = readFileSync('public/push-worker.js', 'utf8')

type Happening = { waitUntil: (work: Promise<unknown>) => void; [what: string]: unknown }

/** The service worker in a browser that notes what it does, with pages open at these addresses. */
function worker(open: string[] = []) {
  const done: string[] = []
  const listeners = new Map<string, (event: Happening) => void>()
  const pages = open.map((url) => ({ url, focus: () => void done.push(`focus ${url}`) }))
  const self = {
    location: { origin: ORIGIN },
    registration: {
      showNotification: (title: string, options: { body: string; tag: string }) =>
        void done.push(`show ${title}: ${options.body} (${options.tag})`),
    },
    clients: {
      matchAll: () => Promise.resolve(pages),
      openWindow: (url: string) => void done.push(`open ${url}`),
    },
  }
  const addEventListener = (name: string, listener: (event: Happening) => void) =>
    listeners.set(name, listener)
  runInContext(CODE, createContext({ self, addEventListener, URL }))
  const happen = async (name: string, event: object) => {
    let work: Promise<unknown> | undefined
    const waitUntil = (promise: Promise<unknown>) => {
      work = promise
    }
    listeners.get(name)?.({ ...event, waitUntil })
    await work
    return done
  }
  return {
    push: (data: unknown) => happen('push', { data }),
    click: (path?: string) => {
      const close = () => void done.push('close')
      return happen('notificationclick', { notification: { close, data: { path } } })
    },
  }
}

it('a notification that is pressed goes, and opens the notifications', async () => {
  const opened = ['close', `open ${ORIGIN}/notifications`]
  expect(await worker().click('/notifications')).toEqual(opened)
  expect(await worker().click()).toEqual(opened)
  expect(await worker([`${ORIGIN}/campaigns`]).click('/notifications')).toEqual(opened)
})

it('a page of the notifications that is open already comes to the front instead', async () => {
  const there = `${ORIGIN}/notifications`
  expect(await worker([`${ORIGIN}/campaigns`, there]).click()).toEqual(['close', `focus ${there}`])
})

it.each([
  'https://elsewhere.example.net/notifications',
  '//elsewhere.example.net/notifications',
  '/workspace/lock-down',
  'javascript:alert(1)',
])('a notification that names %s opens the notifications of this record alone', async (path) => {
  expect(await worker().click(path)).toEqual(['close', `open ${ORIGIN}/notifications`])
})

it('whatever arrives is shown, also what cannot be read', async () => {
  const message = { body: '3 new notifications', path: '/notifications', tag: 'one' }
  expect(await worker().push({ json: () => message })).toEqual([
    'show Throughline: 3 new notifications (one)',
  ])
  const none = ['show Throughline: New notifications (notifications)']
  expect(await worker().push(null)).toEqual(none)
  const broken = () => {
    throw new SyntaxError('No JSON')
  }
  expect(await worker().push({ json: broken })).toEqual(none)
})
