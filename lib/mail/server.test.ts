import { expect, it } from 'vitest'
import { readMailServer } from './server'

const FROM = 'record@example.org'

it('is none where nothing is set', () => {
  expect([readMailServer(), readMailServer('', '')]).toEqual([null, null])
})

it('is read from its address, with TLS from the start or begun by it', () => {
  expect(readMailServer('smtps://rosa%40example.org:p%3Ass%2Fw@mail.example.org', FROM)).toEqual({
    ...{ host: 'mail.example.org', port: 465, secure: true, needsTls: true, from: FROM },
    login: { user: 'rosa@example.org', pass: 'p:ss/w' },
  })
  expect(readMailServer('smtp://mail.example.org', FROM)).toMatchObject({
    ...{ port: 587, secure: false, needsTls: true, login: null },
  })
})

it.each(['localhost', '127.0.0.1', '[::1]'])('may go without TLS on %s alone', (host) => {
  expect(readMailServer(`smtp://${host}:2525`, FROM)).toMatchObject({ needsTls: false, port: 2525 })
})

it.each(['127.example.org', 'localhost.example.org', '10.0.0.1'])('needs TLS on %s', (host) => {
  expect(readMailServer(`smtp://${host}`, FROM)).toMatchObject({ needsTls: true })
})

it.each([
  ...['https://mail.example.org', 'mail.example.org', 'smtp://', 'smtp://m.example.org/path'],
  ...['smtp://m.example.org?ignoreTLS=true', 'smtp://m.example.org#x'],
])('is not %s', (url) => {
  expect(() => readMailServer(url, FROM)).toThrow('THROUGHLINE_SMTP_URL must be an address')
})

it.each(['', 'nobody', 'a@b.org, c@d.org', 'Rosa <a@b.org>', 'a@b.org\r\nBcc: c@d.org'])(
  'sends nothing from “%s”',
  (from) => {
    expect(() => readMailServer('smtp://m.example.org', from)).toThrow('THROUGHLINE_MAIL_FROM')
  },
)

it('repeats no password where it is wrong', () => {
  const read = () => readMailServer('smtp://rosa:sesame@m.example.org/path', FROM)
  expect(read).toThrow()
  expect(read).not.toThrow('sesame')
})
