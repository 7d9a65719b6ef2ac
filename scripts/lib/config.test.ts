import { afterEach, expect, it, vi } from 'vitest'
import { readConfig } from './config'

afterEach(() => vi.unstubAllEnvs())

it('starts without a mail server, and with a whole one', () => {
  vi.stubEnv('THROUGHLINE_SMTP_URL', '')
  vi.stubEnv('THROUGHLINE_MAIL_FROM', '')
  expect(readConfig()).toMatchObject({ url: null })
  vi.stubEnv('THROUGHLINE_SMTP_URL', 'smtps://rosa:sesame@mail.example.org')
  vi.stubEnv('THROUGHLINE_MAIL_FROM', 'record@example.org')
  expect(readConfig()).toMatchObject({ url: null })
})

it('says at the start what is wrong with a mail server, and repeats no password', () => {
  vi.stubEnv('THROUGHLINE_SMTP_URL', 'smtps://rosa:sesame@mail.example.org/folder')
  vi.stubEnv('THROUGHLINE_MAIL_FROM', 'record@example.org')
  expect(() => readConfig()).toThrow('THROUGHLINE_SMTP_URL must be an address')
  expect(() => readConfig()).not.toThrow('sesame')
  vi.stubEnv('THROUGHLINE_SMTP_URL', 'smtps://mail.example.org')
  vi.stubEnv('THROUGHLINE_MAIL_FROM', '')
  expect(() => readConfig()).toThrow('THROUGHLINE_MAIL_FROM must be one')
})
