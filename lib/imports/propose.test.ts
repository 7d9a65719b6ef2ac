import { describe, expect, it } from 'vitest'
import { checkRow } from './check-rows'
import { orderIn } from './day-order'
import { columnsTo } from './mapping'
import { planFor } from './plan'
import { propose } from './propose'
import { check, good, HABITS, tableOf } from './rows-test-support'

describe('a mapping that is proposed', () => {
  it('goes by names and by contents, and loses nothing', () => {
    const table = tableOf(
      'Event name;When it was;Town;State;Turnout;Spot;Read more;Weather;Event type\n' +
        'March;26/5/2025;Toledo;Ohio;40;41.65, -83.54;https://a.org;Rain;march\n' +
        'Rally;3/5/2025;Toledo;Ohio;a few;41.65, -83.54;https://b.org;Sun;demonstration\n',
    )
    const { mapping } = propose(table, HABITS)
    const to = Object.fromEntries(
      Object.entries(mapping.columns).map(([name, rule]) => [name, rule.to]),
    )
    expect(to).toEqual({
      ...{ 'Event name': 'title', 'When it was': 'date', Town: 'place', State: 'place' },
      ...{ Turnout: 'crowd', Spot: 'latLon', 'Read more': 'source', Weather: 'labelled' },
      'Event type': 'kind',
    })
    expect(mapping.columns['Event type']?.values).toEqual({
      march: 'march',
      demonstration: 'rally',
    })
    expect(orderIn(table, mapping)).toEqual({ decided: 'dmy' })
  })

  it('tells by its contents whether “What” is a kind or a title', () => {
    const to = (text: string) =>
      Object.values(propose(tableOf(text), HABITS).mapping.columns).map((rule) => rule.to)
    expect(to('Date,What,Title\n2026-02-13,rally,At the Spheres\n')).toEqual([
      ...['date', 'kind', 'title'],
    ])
    expect(to('Date,What\n2026-02-13,Rally at the Spheres\n')).toEqual(['date', 'title'])
  })

  it('ends a first sentence at no abbreviation', () => {
    const [row] = check(
      'Date,What happened\n2026-02-13,"Fourteen workers warn the U.S. government about Acme Corp. and its plans. More follows."',
      {
        columns: columnsTo(['Date', 'date'], ['What happened', 'telling']),
        constants: { kind: 'statement' },
      },
    )
    expect(good(row).input.title).toBe(
      'Fourteen workers warn the U.S. government about Acme Corp. and its plans',
    )
  })

  it('asks for the order of day and month where no date decides it', () => {
    const table = tableOf('date,title\n3/5/2025,a\n4/4/2025,b\n')
    const { mapping } = propose(table, HABITS)
    expect(orderIn(table, mapping)).toEqual({ decided: 'ask', example: '3/5/2025' })
    const rows = (dayOrder: 'dmy' | 'mdy') =>
      check('date,title\n3/5/2025,a', { ...mapping, dayOrder, constants: { kind: 'rally' } })
    expect(good(rows('dmy')[0]).input.date.edtf).toBe('2025-05-03')
    expect(good(rows('mdy')[0]).input.date.edtf).toBe('2025-03-05')
  })

  it('knows formats by their columns', () => {
    const crowds = tableOf(
      'date,locality,state,location_detail,type,title,size_text,size_low,size_high,claims,issues,lat,lon,source_1\n' +
        '2025-03-01,Toledo,OH,City Hall,protest; march,Hands Off,,150,200,"for fair pay",labor,41.65,-83.54,https://a.org\n',
    )
    const proposal = propose(crowds, HABITS)
    expect(proposal.format).toBe('crowd-counting')
    const plan = planFor(crowds, proposal.mapping, HABITS, 'f')
    expect(good(crowds.rows.map((row) => checkRow(row, crowds, plan))[0]).input).toMatchObject({
      ...{ kind: 'rally', title: 'Hands Off', place: 'City Hall, Toledo, OH', tags: 'labor' },
      ...{ crowd: { low: 150, high: 200 }, summary: 'type: protest; march\nclaims: for fair pay' },
    })
    const labor = tableOf(
      'ID,Employer,Labor Organization,City,State,"Latitude, Longitude",Approximate Number of Participants,Start Date,End Date,Strike or Protest,Worker Demands\n' +
        '7,Acme,Local 12,Toledo,Ohio,"41.65, -83.54",50,3/1/2025,3/15/2025,Strike,Pay; Health\n',
    )
    const known = propose(labor, HABITS)
    expect(known.format).toBe('labor-action')
    const rows = planFor(labor, { ...known.mapping, dayOrder: 'mdy' }, HABITS, 'f')
    expect(good(labor.rows.map((row) => checkRow(row, labor, rows))[0]).input).toMatchObject({
      ...{ kind: 'strike', title: 'Strike at Acme, Toledo, Ohio', crowd: { low: 50 } },
      ...{ date: { edtf: '2025-03-01/2025-03-15' }, summary: 'Worker Demands: Pay; Health' },
    })
  })
})
