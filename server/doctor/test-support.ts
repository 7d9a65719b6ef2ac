import type { Finding } from './finding'

/** What an examination found of one thing. */
export const findingOf = (findings: Finding[], about: string) =>
  findings.find((one) => one.about === about || one.about.endsWith(`: ${about}`))
