/** The founding record's own words, as the e2e story types them. */
export const source = {
  title: 'Amazon workers rally at the Spheres',
  publisher: 'FOX 13 Seattle',
  caption:
    'Amazon workers protest against ICE outside of the Amazon Spheres in downtown Seattle on Feb. 13, 2026.',
}

export const demands = [
  { wording: 'AWS ends its contracts with ICE', targets: 'AWS', counterparties: 'ICE' },
  { wording: 'AWS ends its contracts with CBP', targets: 'AWS', counterparties: 'CBP' },
  {
    wording: 'Amazon cuts its partnership with Palantir',
    targets: 'Amazon',
    counterparties: 'Palantir',
  },
  {
    wording: 'Amazon cuts its partnership with Flock',
    targets: 'Amazon; Ring',
    counterparties: 'Flock',
  },
]

export const speakers = [
  {
    name: 'Maren Costa',
    description: 'tech worker organizer',
    words:
      "It is hard right now, it is scary right now, it's getting scarier every day, but guess what? More and more people are waking up every day, it's getting easier to build momentum like this, to bring people together",
  },
  {
    name: 'Ahmed Shahour',
    description: 'former Amazon employee',
    words:
      'I was fired three months ago for daring to speak up against executives and educate my colleagues about Project Nimbus, a $1.2 billion project between Amazon and the Israeli military, used to commit a genocide that has wiped out nearly half the population of Gaza',
  },
]
