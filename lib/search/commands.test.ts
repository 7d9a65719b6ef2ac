import { describe, expect, it } from 'vitest'
import { commandsAnswering, commandsIn } from './commands'

const ALL = { log: true, publish: true }
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
    const reads = namesOf(commandsIn('ring', { log: false, publish: false }))
    for (const name of ['Log an entry', 'Share this campaign', 'Invite a member', 'Edit campaign'])
      expect(reads).not.toContain(name)
    expect(reads).toContain('Story')
  })

  it('have each an id of their own', () => {
    const ids = commandsIn('ring', ALL).map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('answer to the beginnings of their words, in any order', () => {
    const all = commandsIn('ring', ALL)
    expect(namesOf(commandsAnswering(all, 'lo'))).toEqual(['Log an entry'])
    expect(namesOf(commandsAnswering(all, 'CAMP sha'))).toEqual([
      'Share this campaign',
      'Shares of this campaign',
    ])
    expect(commandsAnswering(all, ' ')).toEqual([])
    expect(commandsAnswering(all, 'zzz')).toEqual([])
  })
})
