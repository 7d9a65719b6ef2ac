import { clauses, named, nameList, type Details, type KindDefinition } from './define'

const results: Record<string, string> = { passed: 'Passed', failed: 'Failed', tied: 'Tied' }

export const vote: KindDefinition = {
  lane: 'action',
  label: 'Vote',
  hint: 'members or workers decide something',
  parts: { actor: 'Who voted', target: 'Aimed at', subject: 'About' },
  fields: {
    question: { type: 'text', label: 'What was voted on' },
    result: { type: 'choice', label: 'Result', options: results },
    votesFor: { type: 'count', label: 'Votes in favor' },
    votesAgainst: { type: 'count', label: 'Votes against' },
  },
  // "The local voted on a strike: passed, 120 to 30." Without a voter: "A strike: passed, 120 to 30."
  sentence: (p) => {
    const voters = p.actors.length > 0 ? nameList(p.actors) : p.participants
    const { question } = p.details
    const vote = voters && question ? `${voters} voted on ${question}` : voters && `${voters} voted`
    const beside = p.actors.length > 0 && p.participants && `with ${p.participants}`
    const said = [
      vote || question,
      beside,
      named('aimed at', p.targets),
      named('about', p.subjects),
    ]
    return clauses([said.filter(Boolean).join(', '), cameOf(p.details)].filter(Boolean).join(': '))
  },
}

function cameOf({ result, votesFor, votesAgainst }: Details): string {
  const words = results[String(result)]?.toLowerCase()
  const count = (votes: unknown) => (typeof votes === 'number' ? votes.toLocaleString('en') : '')
  const [yes, no] = [count(votesFor), count(votesAgainst)]
  const counted = yes && no ? `${yes} to ${no}` : yes ? `${yes} in favor` : no && `${no} against`
  return [words, counted].filter(Boolean).join(', ')
}
