import { clauses, named, type KindDefinition } from './define'

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
  sentence: (p) => {
    const { votesFor, votesAgainst } = p.details
    const counted =
      typeof votesFor === 'number' &&
      typeof votesAgainst === 'number' &&
      `${votesFor.toLocaleString('en')} to ${votesAgainst.toLocaleString('en')}`
    return clauses(
      p.details.question,
      results[String(p.details.result)]?.toLowerCase(),
      counted,
      named('by', p.actors),
      named('about', p.subjects),
    )
  },
}
