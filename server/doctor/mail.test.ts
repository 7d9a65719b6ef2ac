import { beforeEach, expect, it } from 'vitest'
import { startSmtp } from '@/scripts/testing/smtp'
import { readMailServer } from '@/lib/mail/server'
import { askForResetLink, sendResetLinks } from '../auth/forgotten-password'
import { newOwner, useTestDatabase } from '../auth/test-support'
import { forgetEnv } from '../env'
import { mailFinding } from './mail'

useTestDatabase()

const FROM = 'record@example.org'

beforeEach(() => {
  process.env.THROUGHLINE_SMTP_URL = 'smtp://127.0.0.1:1'
  process.env.THROUGHLINE_MAIL_FROM = FROM
  forgetEnv()
})

it('promises nothing where there is no mail server', async () => {
  expect(await mailFinding(null)).toMatchObject({ about: 'Mail', state: 'ok' })
})

it('says what is wrong with a server that is not there, and where it is set', async () => {
  const found = await mailFinding(readMailServer('smtp://rosa:sesame@127.0.0.1:1', FROM))
  expect(found.state).toBe('wrong')
  expect(found.says).toMatch(
    /No connection .* THROUGHLINE_SMTP_URL, which names 127\.0\.0\.1, port 1/,
  )
  expect(found.says).not.toContain('sesame')
})

it('connects to one that is there, and tells of links that may not have arrived', async () => {
  const smtp = await startSmtp()
  const find = () => mailFinding(readMailServer(smtp.url, FROM))
  expect(await find()).toMatchObject({ state: 'ok' })
  const { email } = await newOwner()
  await askForResetLink({ email, address: '10.8.0.1' })
  const trouble = 'The mail server refused the message (550).'
  await sendResetLinks(undefined, () => Promise.resolve({ state: 'never', trouble }))
  const found = await find()
  await smtp.close()
  expect(found.state).toBe('look')
  expect(found.says).toContain(
    `1 link for a forgotten password may not have arrived within the last week. ${trouble}`,
  )
  expect(found.says).not.toContain(email)
  expect(smtp.received).toEqual([])
})
