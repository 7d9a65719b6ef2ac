import { createServer } from 'node:net'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { startSmtp, type TestSmtp } from '@/scripts/testing/smtp'
import { useTestDatabase } from '../auth/test-support'
import { env, forgetEnv } from '../env'
import { mailTrouble, postMail, type Mail } from './post'

useTestDatabase()

const MAIL: Mail = {
  ...{ id: '0197', to: 'rosa@example.org', subject: 'Something waits', text: 'Read it here.\n' },
}

const open: { close: () => unknown }[] = []
afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
  configure('', '')
})

function configure(url: string, from = 'record@example.org') {
  process.env.THROUGHLINE_SMTP_URL = url
  process.env.THROUGHLINE_MAIL_FROM = from
  forgetEnv()
}

async function withSmtp(options?: Parameters<typeof startSmtp>[0]): Promise<TestSmtp> {
  const smtp = await startSmtp(options)
  open.push(smtp)
  configure(smtp.url)
  return smtp
}

/** Sends a message and says what came of it and whether it was about to be handed over. */
async function post(mail: Partial<Mail> = {}) {
  let handed = false
  const posted = await postMail({ ...MAIL, ...mail }, () => {
    handed = true
    return Promise.resolve(true)
  })
  return { ...posted, handed }
}

describe('a message', () => {
  it('is plain text from the configured address, which no program answers', async () => {
    const smtp = await withSmtp()
    expect(
      await post({ text: 'Café\n— a line that is longer than seventy-six characters, '.repeat(3) }),
    ).toEqual({ state: 'sent', handed: true })
    const [got] = smtp.received
    expect(got?.to).toEqual(['rosa@example.org'])
    expect(Object.fromEntries(got?.headers ?? [])).toMatchObject({
      from: 'Throughline <record@example.org>',
      to: 'rosa@example.org',
      subject: 'Something waits',
      'message-id': '<0197@127.0.0.1>',
      'auto-submitted': 'auto-generated',
      'content-type': 'text/plain; charset=utf-8',
    })
    expect(got?.text).toContain('Café\n— a line')
  })

  it.each([
    ['subject', { subject: 'Hello\r\nBcc: evil@example.org\r\n\r\nBody' }],
    ['subject with a bare line feed', { subject: 'Hello\nBcc: evil@example.org' }],
    ['id', { id: '1>\r\nBcc: evil@example.org\r\nX: <' }],
  ])('takes no header from its %s', async (_what, mail) => {
    const smtp = await withSmtp()
    await post(mail)
    const [got] = smtp.received
    expect(got?.to).toEqual(['rosa@example.org'])
    expect([...(got?.headers.keys() ?? [])]).not.toContain('bcc')
    expect(got?.text).toBe('Read it here.')
  })

  it.each([
    'rosa@example.org\r\nBcc: evil@example.org',
    'rosa@example.org>\r\nRCPT TO:<evil@example.org',
    'rosa@example.org, evil@example.org',
    'rosa@example.org evil@example.org',
  ])('is never sent to “%s”', async (to) => {
    const smtp = await withSmtp()
    expect(await post({ to })).toMatchObject({ state: 'never', handed: false })
    expect(smtp.received).toEqual([])
  })
})

describe('what comes of a try', () => {
  it('is “not yet” before anything was handed over', async () => {
    const smtp = await withSmtp()
    await smtp.close()
    open.length = 0
    expect(await post()).toMatchObject({ state: 'not yet', handed: false })
    configure('', '')
    expect(await post()).toMatchObject({ state: 'not yet', handed: false })
  })

  it('is “not yet” where the server says later, and “never” where it says no', async () => {
    const smtp = await withSmtp()
    smtp.refuse = 451
    expect(await post()).toMatchObject({ state: 'not yet', handed: true })
    smtp.refuse = 550
    expect(await post()).toMatchObject({
      state: 'never',
      trouble: 'The mail server refused the message (550).',
    })
  })

  it('is that nothing was sent where it is not wanted at the last moment', async () => {
    const smtp = await withSmtp()
    expect(await postMail(MAIL, () => Promise.resolve(false))).toEqual({ state: 'withdrawn' })
    expect(smtp.received).toEqual([])
  })

  it('is unknown where the connection ends before the answer', async () => {
    const smtp = await withSmtp({
      onData: (stream) => {
        stream.resume()
        stream.on('end', () => smtp.cut())
      },
    })
    expect(await post()).toMatchObject({ state: 'unknown', handed: true })
  })
})

describe('the mail server', () => {
  it('is there, or it is said what is wrong', async () => {
    const smtp = await withSmtp()
    const trouble = async () => mailTrouble(env().mail ?? expect.fail('There is no server.'))
    expect(await trouble()).toBeNull()
    await smtp.close()
    open.length = 0
    expect(await trouble()).toContain('No connection')
  })

  it('that refuses the connection is not said to refuse a message', async () => {
    await withSmtp({
      onConnect: (_session, done) => done(Object.assign(new Error('No.'), { responseCode: 554 })),
    })
    const refused = 'The mail server refused the connection (554).'
    expect(await mailTrouble(env().mail ?? expect.fail())).toBe(refused)
    expect(await post()).toMatchObject({ state: 'not yet', trouble: refused, handed: false })
  })

  it('refuses a wrong password', async () => {
    const { url } = await withSmtp({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: ({ username, password }, _session, done) =>
        username === 'rosa' && password === 'sesame'
          ? done(null, { user: 'rosa' })
          : done(new Error('No.')),
    })
    const as = async (login: string) => {
      configure(url.replace('//', `//${login}@`))
      return { trouble: await mailTrouble(env().mail ?? expect.fail()), ...(await post()) }
    }
    expect(await as('rosa:guess')).toMatchObject({
      ...{ trouble: 'The mail server refused the name or the password.', state: 'not yet' },
      handed: false,
    })
    expect(await as('rosa:sesame')).toMatchObject({ trouble: null, state: 'sent' })
  })

  it('gets no word without TLS where it is another machine', async () => {
    const smtp = await withSmtp()
    const server = env().mail ?? expect.fail()
    expect(await mailTrouble({ ...server, needsTls: true })).toContain('TLS')
    expect(smtp.received).toEqual([])
  })

  it('on this machine is spoken to without TLS, whatever certificate it offers', async () => {
    const smtp = await withSmtp({ disabledCommands: [] })
    expect(await post()).toEqual({ state: 'sent', handed: true })
    expect(smtp.received).toHaveLength(1)
  })

  it('that never answers is not waited for', async () => {
    const silent = createServer(() => {})
    silent.listen(0, '127.0.0.1')
    await once(silent, 'listening')
    open.push(silent)
    configure(`smtp://127.0.0.1:${(silent.address() as AddressInfo).port}`)
    const trouble = await mailTrouble(env().mail ?? expect.fail(), 50)
    expect(trouble).toBe('The mail server did not answer in time.')
  })
})
