import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { commandsAnswering, commandsIn } from './commands'

const ALL = { log: true, publish: true, own: true }
const namesOf = (commands: { name: string }[]) => commands.map(({ name }) => name)

describe('commands', () => {
  it('log, assess and share in the campaign that is open, and invite anywhere', () => {
    expect(commandsIn('ring', ALL)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: 'Log an entry', href: '/campaigns/ring/entries/new' }),
        expect.objectContaining({ name: 'Assess a demand', href: '/campaigns/ring/demands' }),
        expect.objectContaining({
          name: 'Share this campaign',
          href: '/campaigns/ring/shares/new',
        }),
        expect.objectContaining({ name: 'Invite a member', href: '/members' }),
      ]),
    )
    expect(namesOf(commandsIn(null, ALL))).not.toContain('Log an entry')
  })

  it('are those that a member may use', () => {
    const reads = namesOf(commandsIn('ring', { log: false, publish: false, own: false }))
    const others = ['Log an entry', 'Plan an action', 'Share this campaign', 'Invite a member']
    for (const name of [...others, 'Press kit', 'Edit campaign', 'Audit', 'Backups'])
      expect(reads).not.toContain(name)
    expect(reads).toContain('Story')
  })

  it('have each an id of their own', () => {
    const ids = commandsIn('ring', ALL).map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('lead to every page that needs no record to be named', () => {
    const pages = readdirSync('app/(organizer)', { recursive: true, encoding: 'utf8' })
      .filter((file) => /(^|\/)page\.tsx$/.test(file))
      .map((file) => `/${file.replace(/\/?page\.tsx$/, '').replace('[slug]', 'ring')}`)
      .filter((page) => !page.includes('['))
    expect(pages.length).toBeGreaterThan(30)
    const led = new Set(commandsIn('ring', ALL).map(({ href }) => href))
    // The first is asked for by what needs it; the others are reached by words that are typed.
    const others = ['/own-password', '/search', '/capture', '/campaigns/ring/sources/new']
    expect(pages.filter((page) => !led.has(page) && !others.includes(page))).toEqual([])
  })

  it('answer to the beginnings of their words, in any order', () => {
    const all = commandsIn('ring', ALL)
    expect(namesOf(commandsAnswering(all, 'log'))).toEqual(['Log an entry'])
    expect(namesOf(commandsAnswering(all, 'CAMP sha'))).toEqual([
      'Share this campaign',
      'Shares of this campaign',
    ])
    expect(commandsAnswering(all, ' ')).toEqual([])
    expect(commandsAnswering(all, 'zzz')).toEqual([])
  })
})
