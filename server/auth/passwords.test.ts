import { readdirSync } from 'node:fs'
import { getPriority } from 'node:os'
import { describe, expect, it } from 'vitest'
import { HASHING, hashPassword, passwordTrouble, verifyPassword } from './passwords'

const about = { email: 'rosa.marsh@example.org' }

/** Of twelve characters and more, from lists of leaked passwords or after their patterns. */
const LEAKED = [
  ...['iloveyouforever', 'qwerty123456', '123456qwerty', 'leavemealone', 'finalfantasy'],
  ...['whatthefuck1', 'unbelievable', 'maytheforcebewithyou', 'princess1234', '123qweasdzxc'],
  ...['q1w2e3r4t5y6', 'football2025', 'Liverpoolfc1892', 'manchesterunited', 'thequickbrownfox'],
  ...['ncc1701d1701', 'abcd1234abcd', 'Summer2026!!', 'Amazon2026!!', 'changeme12345'],
  ...['admin@123456', 'P@55w0rd12345', 'NewYork2026!', 'qazwsxedcrfv', 'mustang12345'],
  ...['charlie12345', 'michael123456', 'jennifer1234', 'thisisapassword', 'secretpassword'],
  ...['letmeinplease', 'mypassword123', 'harrypotter7', 'christmas2025', 'happybirthday'],
  ...['tobeornottobe', 'godblessamerica', 'asdfghjkl123', 'zaq12wsxcde3', '1234qwerasdf'],
  ...['superman1234', 'starwars1977', 'dragonballz1', 'sonyericsson', 'polniypizdec0211'],
]

describe('passwordTrouble', () => {
  it.each([
    ['teapot under seven umbrellas'],
    ['vq7Lr2mZx9Tc'],
    ['дождь идёт над рекой'],
    ['茶壺七把傘下雨天山河湖海風'],
    [`${'x9 Qm! tL'.repeat(3)}${'kettle and lamp '.repeat(6)}end`],
  ])('lets %s through', async (password) => {
    expect(await passwordTrouble(password, about)).toBeNull()
  })

  it.each([
    ['vq7Lr2mZx9T', /has 11 characters/],
    [`vq7Lr2mZx9${'k2'.repeat(60)}`, /at most 128/],
    ['vq7Lr2mZx9T\0', /cannot be stored/],
    ['vq7Lr2mZx9T\ud800', /cannot be stored/],
    ['the rosa.marsh kettle', /e-mail name/],
    ['Throughline is mine', /name of this program/],
    ['aaaaaaaaaaaa', /easy to guess/],
    ['abcabcabcabcab', /easy to guess/],
    ['kettlekettle', /easy to guess/],
    ['123456789012', /easy to guess/],
    ['qwertyuiop[]', /easy to guess/],
    ['1qaz2wsx3edc', /easy to guess/],
    ['zyxwvutsrqpo', /easy to guess/],
    ['Password1234', /easy to guess/],
    ['P@ssw0rd2026!', /easy to guess/],
    ['Welcome123456', /easy to guess/],
    ['letmein letmein', /easy to guess/],
    ['Correct horse battery staple', /easy to guess/],
    ['Solidarity forever 1915', /easy to guess/],
    ['an injury to one is an injury to all', /easy to guess/],
  ])('refuses %j', async (password, sentence) => {
    expect(await passwordTrouble(password, about)).toMatch(sentence)
  })

  it.each(LEAKED)('refuses the leaked %s', async (password) => {
    expect(await passwordTrouble(password, about)).toMatch(/easy to guess/)
  })

  it('refuses words of the workspace and of the address, with little beside them', async () => {
    const of = { email: 'rosa.marsh@example.org', workspace: 'Almanac Tenants' }
    for (const password of ['almanac-tenants', 'AlmanacTenants26', 'marshalmanac26'])
      expect(await passwordTrouble(password, of)).toMatch(/easy to guess/)
    expect(await passwordTrouble('almanac kettle umbrella teapot', of)).toBeNull()
  })

  it('refuses a megabyte', async () => {
    expect(await passwordTrouble('kettle lamp '.repeat(90_000), about)).toMatch(/at most 128/)
  })

  it('counts letters, not the units they are stored in', async () => {
    expect(await passwordTrouble('🫖🌂🪁🧭🔭🪕🧶🪴🐢🦉🌵', about)).toMatch(/has 11 characters/)
    expect(await passwordTrouble('🫖🌂🪁🧭🔭🪕🧶🪴🐢🦉🌵🍋', about)).toBeNull()
  })
})

describe('hashPassword and verifyPassword', () => {
  it('works on few at once, and sends away whom it could not serve in time', async () => {
    const all = Array.from({ length: 60 }, () => verifyPassword('teapot lamp kettle', null))
    const results = await Promise.allSettled(all)
    const refused = results.filter(({ status }) => status === 'rejected')
    expect(HASHING.waiting).toBe(40)
    expect(refused).toHaveLength(60 - HASHING.waiting - HASHING.atOnce)
    expect(refused[0]).toMatchObject({ reason: { code: 'unavailable' } })
    expect(await verifyPassword('teapot lamp kettle', null)).toBe(false)
  })

  it.runIf(process.platform === 'linux')(
    'works in a thread that yields to all others',
    async () => {
      await verifyPassword('teapot lamp kettle', null)
      const main = getPriority(process.pid)
      const threads = readdirSync('/proc/self/task').map((id) => getPriority(Number(id)))
      expect(threads.filter((priority) => priority > main)).toEqual([Math.min(19, main + 10)])
    },
  )

  it('goes on after a hash that cannot be read', async () => {
    await expect(verifyPassword('teapot lamp kettle', 'no hash')).rejects.toThrow()
    expect(await verifyPassword('teapot lamp kettle', null)).toBe(false)
  })

  it('stores argon2id at the cost that OWASP names, salted', async () => {
    const [one, two] = await Promise.all([
      hashPassword('teapot lamp kettle'),
      hashPassword('teapot lamp kettle'),
    ])
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(one).not.toBe(two)
    expect(await verifyPassword('teapot lamp kettle', one)).toBe(true)
    expect(await verifyPassword('teapot lamp kettl3', one)).toBe(false)
  })

  it('takes a letter for the same however a keyboard composes it', async () => {
    const stored = await hashPassword('cafe\u0301 und kessel')
    expect(await verifyPassword('caf\u00e9 und kessel', stored)).toBe(true)
  })

  it('refuses what is too long before any work', async () => {
    await expect(hashPassword('x'.repeat(129))).rejects.toThrow(RangeError)
    expect(
      await verifyPassword('x'.repeat(1_000_000), 'not a hash, so that verifying would throw'),
    ).toBe(false)
  })

  it('says no without a stored password', async () => {
    expect(await verifyPassword('teapot lamp kettle', null)).toBe(false)
  })
})
