import { describe, expect, it } from 'vitest'
import { capture } from './capture'
import { readText } from './read-text'
import type { CaptureDirectory } from './types'

const nobody: CaptureDirectory = {
  organizations: [],
  people: [],
  isPlace: (name) => ['Tulsa', 'Fremont', 'Calgary', 'Norfolk'].includes(name),
}
const read = (text: string, published = '2026-03-05') =>
  capture(readText(text, { published }), nobody)
const head = (...lines: string[]) => readText(lines.join('\n')).meta

describe('the head of a report', () => {
  it.each([
    ['Updated 6:42 p.m. PT, Thursday, August 21, 2025', '2025-08-21'],
    ['Fri 13 Feb 2026 18.04 GMT', '2026-02-13'],
    ['Published: 2024-10-02T14:05:00-05:00', '2024-10-02'],
    ['Feb. 13, 2026 at 5:18 pm Updated Feb. 14, 2026 at 7:03 pm', '2026-02-13'],
    ['TULSA, Okla., May 1, 2025 /PRNewswire/ -- Workers delivered a petition.', '2025-05-01'],
    ['Publicado el 3 de marzo de 2025', '2025-03-03'],
    ['Stand: 03.12.2025, 14:05 Uhr', '2025-12-03'],
  ])('gives the day of publication in "%s"', (line, day) => {
    expect(head('Nurses rally outside Acme', line).published).toBe(day)
  })

  it('is not the first date of the text', () => {
    expect(head('Nurses rally', 'The strike of March 3, 2025 was the first.').published).toBeNull()
  })

  it('has its headline below what releases begin with', () => {
    const lines = [
      'FOR IMMEDIATE RELEASE',
      'May 1, 2025',
      'Contact: Ada Byron',
      'Acme workers deliver a petition',
    ]
    expect(head(...lines).title).toBe('Acme workers deliver a petition')
  })

  it.each([
    ['by Ada Byron | The Ledger', 'Ada Byron'],
    ['Author: Ada Byron', 'Ada Byron'],
    ['By ADA BYRON', 'Ada Byron'],
    ['By Ada Byron and Bo Lee', 'Ada Byron and Bo Lee'],
  ])('names who wrote it in "%s"', (line, author) => {
    expect(head('Nurses rally outside Acme', line).author).toBe(author)
  })
})

describe('names', () => {
  const organizations = (text: string) => read(text).organizations.map(({ value }) => value.name)
  const people = (text: string) =>
    read(text).people.map(({ value }) => [value.name, value.description])

  it('may begin with a small word', () => {
    expect(organizations('The rally was held by the group No Ore for Arms.')).toContain(
      'No Ore for Arms',
    )
    expect(organizations('It was joined by the immigrant-rights group La Semilla.')).toContain(
      'La Semilla',
    )
  })

  it('of a list are of one kind', () => {
    expect(
      organizations(
        'Representatives for Vexel, Orbyt, Acme Corp. and Plint did not respond to requests for comment.',
      ),
    ).toEqual(expect.arrayContaining(['Vexel', 'Orbyt', 'Plint']))
  })

  it('are not where somebody is from, a day, or what a list asks for', () => {
    expect(
      organizations('They rallied against the Israeli government on International Workers’ Day.'),
    ).toEqual(['Israeli government'])
    expect(
      people(
        'Acme Corp. workers ask the company to:\n• Reinstate Ada Byron and Bo Lee, two engineers.',
      ).map(([name]) => name),
    ).toEqual(['Ada Byron', 'Bo Lee'])
  })

  it.each([
    [
      '“We gave them a deadline,” Haulers General President Ada Byron said.',
      'Haulers General President',
    ],
    [
      'Ada Byron, Acme’s head of security, wrote that the workers “took over offices.”',
      'Acme’s head of security',
    ],
    ['An Acme spokesperson, Ada Byron, said the contract “is no secret.”', 'Acme spokesperson'],
    ['Acme spokeswoman Ada Byron said that the numbers “are wrong.”', 'Acme spokeswoman'],
  ])('come with what somebody is: %s', (text, description) => {
    expect(people(text)).toEqual([['Ada Byron', description]])
  })

  it('of a company are one where the report shortens them', () => {
    expect(
      organizations('Kestrel Robotics fired two engineers. Kestrel did not respond to questions.'),
    ).toEqual(['Kestrel Robotics'])
  })
})

describe('whose words they are', () => {
  const speakers = (...lines: string[]) =>
    read(lines.join('\n')).quotes.map(({ value }) => value.speaker)

  it('are those of whom "he" means, though nobody is named', () => {
    expect(
      speakers(
        'Organiser Ada Byron said: “We stay.”',
        'An Acme spokesman said it would not matter. He added: “We review our pay every year.”',
      ),
    ).toEqual(['Ada Byron', 'An Acme spokesman'])
  })

  it('are those of the company that the sentence before began with', () => {
    expect(
      speakers(
        'Acme Corp. rallied its staff.',
        'Vexel Corp. announced that it was dropping the plan. The company said that it would “require far more time than anticipated.”',
      ),
    ).toEqual(['Vexel Corp'])
  })

  it('are not those of whom the sentence speaks', () => {
    expect(
      speakers(
        'A man in a yellow vest who said he works nights, and who gave no name, said colleagues “are scared, but they read the petition.”',
      ),
    ).toEqual(['a man'])
  })
})

describe('what is asked', () => {
  const demands = (text: string) =>
    read(text).demands.map(({ value }) => [value.wording, value.targets.join()])

  it('is listed behind a colon', () => {
    expect(
      demands(
        'Speakers outside Acme Corp. laid out three demands: that Acme end its contracts with the army; that Vexel, its camera unit, stop sharing footage with police; and that Acme publish the list.',
      ),
    ).toEqual([
      ['End its contracts with the army', 'Acme Corp'],
      ['Stop sharing footage with police', 'Vexel'],
      ['Publish the list', 'Acme Corp'],
    ])
  })

  it.each([
    [
      'The strike goes on unless Acme Corp. raises pay, improves hours and settles the charges.',
      ['Raise pay', 'Improve hours', 'Settle the charges'],
    ],
    [
      'Staff at Acme Corp. are asking for £15 an hour and for the company to recognise the union.',
      ['£15 an hour', 'Recognise the union'],
    ],
    [
      'The letter asks that Acme Corp. cancel all contracts and speak out.',
      ['Cancel all contracts and speak out'],
    ],
    [
      'The clerk asked aldermen to vote the plan down, to publish the policy and to bar face scans.',
      ['Vote the plan down', 'Publish the policy', 'Bar face scans'],
    ],
    [
      'Workers want Acme Corp. to drop Project Dawn, a $1.2 billion contract to provide services to the army.',
      ['Drop Project Dawn'],
    ],
    ['Asked whether Acme Corp. would consider it, a lawyer declined to say.', []],
  ])('is read in "%s"', (text, wordings) => {
    expect(demands(text).map(([wording]) => wording)).toEqual(wordings)
  })
})

describe('the drafts of a report', () => {
  it('keep who speaks for the company out of the rally', () => {
    const { drafts } = read(
      'Some 40 workers rallied outside Acme Corp. on Tuesday, urging Acme to end the contract. “We stay,” said Ada Byron, a driver. “They are wrong,” Acme spokesman Bo Lee said in a statement.',
    )
    const speakers = (kind: string) =>
      drafts.find((draft) => draft.kind === kind)?.people.map(({ name }) => name)
    expect(speakers('rally')).toEqual(['Ada Byron'])
    expect(speakers('statement')).toEqual(['Bo Lee'])
  })

  it.each([
    [
      'Ada Byron and another worker, Bo Lee, were fired on Feb. 27, the company confirmed.',
      'Firing of Ada Byron and Bo Lee',
    ],
    [
      'Acme Corp. terminated Byron on Jan. 9, a week after she started a chat. Ada Byron, 34, is a nurse.',
      'Firing of Ada Byron',
    ],
    [
      'Ada Byron, a former nurse, said she was fired after speaking at the rally.',
      'Ada Byron’s account of a firing',
    ],
  ])('tell whose account a firing is: %s', (text, title) => {
    expect(read(text).drafts.map((draft) => draft.title)).toContain(title)
  })

  it('do not take an accusation in a quotation for a silence', () => {
    expect(
      read('“Acme Corp. has ignored four petitions and our e-mails,” said Ada Byron, a nurse.')
        .nonResponses,
    ).toEqual([])
  })

  it('give a lawyer’s silence to whom the lawyer speaks for', () => {
    const text =
      'Through a lawyer, Ada Byron, Acme Corp. said it was pleased. Byron declined to comment on the rest.'
    expect(read(text).nonResponses.map(({ value }) => value.organization)).toEqual(['Acme Corp'])
  })

  it('count who came, not whom the police took away', () => {
    const sizes = (text: string) =>
      read(text).crowds.map(({ value }) => [value.low, value.countedBy])
    expect(sizes('Between 200 and 250 people, by organizers’ estimate, gathered at noon.')).toEqual(
      [[200, 'organizers']],
    )
    expect(sizes('Police detained two people at the march.')).toEqual([])
    expect(sizes('Thousands of Acme workers represented by the union walked off the job.')).toEqual(
      [[2000, '']],
    )
  })

  it('happened where the report says, not where a company sits', () => {
    const places = (text: string) => read(text).places.map(({ value }) => value)
    expect(places('Nurses rallied outside its Fremont plant.')).toEqual([
      'Fremont',
      'Fremont plant',
    ])
    expect(places('Vexel Corp., based in Calgary, did not respond.')).toEqual([])
    expect(places('A protest will take place in Dunmore on Friday.')).toEqual(['Dunmore'])
  })

  it('read a weekday to come in a report of that day as today', () => {
    const dates = read('They were due to walk out on Thursday and Friday.').dates
    expect(dates.map(({ value }) => value.edtf)).toEqual(['2026-03-05', '2026-03-06'])
  })
})
