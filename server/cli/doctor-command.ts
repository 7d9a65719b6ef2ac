import 'server-only'
import { examine } from '../doctor/examine'
import type { Finding, State } from '../doctor/finding'
import { columns } from './columns'
import type { Command } from './command'

const WORDS: Record<State, string> = { ok: 'ok', look: 'look at this', wrong: 'wrong' }

/** Examines the installation: one line for each thing, and exit code 1 where something is wrong. */
export const doctorCommand: Command = {
  usage: '',
  does: 'checks this installation and says what to fix; exit code 1 if something is wrong',
  options: {},
  words: [],
  run: async () => {
    const findings = await examine()
    return {
      json: findings,
      lines: [
        ...columns(findings.map(({ about, state, says }) => [WORDS[state], about, says])),
        '',
        summary(findings),
      ],
      failed: findings.some(({ state }) => state === 'wrong'),
    }
  },
}

function summary(findings: Finding[]): string {
  const of = (state: State) => findings.filter((one) => one.state === state).length
  return `${of('ok')} ok, ${of('look')} to look at, ${of('wrong')} wrong.`
}
