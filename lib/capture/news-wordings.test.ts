import { describe, expect, it } from 'vitest'
import { crowds, read, readAbroad, silences } from './news.test-support'
import type { CaptureLanguage } from './types'

const demands = (text: string) =>
  read(text).demands.map(({ value }) => [value.wording, value.targets.join()])

describe('who did not answer', () => {
  it.each([
    ['An e-mail sent to Orbit Systems remained unanswered on Friday.', 'no_reply'],
    ['Attempts to reach Orbit Systems by phone were unsuccessful.', 'no_reply'],
    ['We were unable to reach Orbit Systems before publication.', 'no_reply'],
    ['There was no word from Orbit Systems by Friday.', 'no_reply'],
    ['Orbit Systems said it would be inappropriate to comment on the dispute.', 'declined'],
    ['Orbit Systems said it would not be commenting further.', 'declined'],
    ['Orbit Systems wrote back that they don’t discuss pending contracts.', 'declined'],
    ['Orbit Systems has been invited to comment.', 'waiting'],
    ['The Herald has reached out to Orbit Systems and is waiting to hear back.', 'waiting'],
  ])('is read in "%s"', (text, outcome) => {
    expect(silences(text)).toEqual([['Orbit Systems', outcome]])
  })

  it('is asked in one sentence and silent in the next', () => {
    expect(
      silences('We reached out to Orbit Systems for comment. We have not heard back.'),
    ).toEqual([['Orbit Systems', 'no_reply']])
  })

  it('is silent as somebody else was', () => {
    const text =
      'Orbit Systems had not replied to a request for comment by deadline. Neither had Acme Foods.'
    expect(silences(text)).toEqual([
      ['Orbit Systems', 'no_reply'],
      ['Acme Foods', 'no_reply'],
    ])
  })

  it('is not who says so beside an answer', () => {
    const text =
      'Orbit Systems wrote that Ada Byron “was let go for good reasons” and that it does not discuss such matters further.'
    expect(silences(text)).toEqual([])
  })

  it.each<[CaptureLanguage, string, string]>([
    [
      'es',
      'La empresa Acme Norte dijo que por ahora no emitirá postura sobre la solicitud.',
      'declined',
    ],
    ['es', 'Este diario trató de contactar, sin éxito, con la empresa Acme Norte.', 'no_reply'],
    ['de', 'Die Gewerkschaft Syna verzichtet auf eine Stellungnahme.', 'declined'],
    ['de', 'Die Firma Acme gab auf Anfrage keinen Kommentar ab.', 'declined'],
  ])('is read in %s: "%s"', (language, text, outcome) => {
    expect(readAbroad(text, language).nonResponses.map(({ value }) => value.outcome)).toEqual([
      outcome,
    ])
  })
})

describe('what is asked of whom', () => {
  it('is wanted done', () => {
    const text =
      'Orbit Systems drivers picketed the depot. The union wants the cameras turned off and an independent review of the system.'
    expect(demands(text)).toEqual([
      ['The cameras turned off', 'Orbit Systems'],
      ['An independent review of the system', 'Orbit Systems'],
    ])
  })

  it('begins with a number of hours', () => {
    const text =
      'Orbit Systems drivers struck on Monday. The local is demanding 48 hours’ notice of shift changes.'
    expect(demands(text).map(([wording]) => wording)).toEqual(['48 hours’ notice of shift changes'])
  })

  it('is listed for each by name', () => {
    const text = [
      'The coalition is asking:',
      '• Orbit Systems to refund the fee;',
      '• Acme Foods to pay for the line.',
      'Orbit Systems and Acme Foods said nothing.',
    ].join('\n')
    expect(demands(text)).toEqual([
      ['Refund the fee', 'Orbit Systems'],
      ['Pay for the line', 'Acme Foods'],
    ])
  })

  it('is not asked of whom a contract is with', () => {
    const text =
      'They called on Orbit Systems to end contracts with Acme Foods and Vexel Corp to protect workers.'
    expect(demands(text).map(([, target]) => target)).not.toContain('Vexel Corp')
  })

  it.each<[CaptureLanguage, string, string[]]>([
    [
      'de',
      'Die Gewerkschaft fordert von Acme acht Prozent mehr Lohn und zwei freie Tage.',
      ['Acht Prozent mehr Lohn', 'Zwei freie Tage'],
    ],
    [
      'de',
      'Wir fordern von Acme:\n– die Abschaffung der Nachtschicht,\n– einen Zuschlag von 30 Prozent.',
      ['Die Abschaffung der Nachtschicht', 'Einen Zuschlag von 30 Prozent'],
    ],
    [
      'es',
      'El comité exige:\n1. A Acme Norte, que cubra las bajas.\n2. A Acme Sur, que retire los expedientes.',
      ['Cubra las bajas', 'Retire los expedientes'],
    ],
  ])('is read in %s: "%s"', (language, text, wordings) => {
    expect(readAbroad(text, language).demands.map(({ value }) => value.wording)).toEqual(wordings)
  })
})

describe('how many there were', () => {
  it.each<[string, [number | null, number | null][]]>([
    ['The march began at noon. Campus Safety counted about 280 participants.', [[224, 336]]],
    ['The hospital puts the number at 41.', [[41, 41]]],
    ['Gardaí said the figure was closer to 200.', [[200, 200]]],
    ['Police said four people had been arrested at the protest.', []],
  ])('is what was counted in "%s"', (text, sizes) => {
    const found = crowds(text)
    expect(found.length).toBe(sizes.length)
    if (sizes[0]?.[0] === sizes[0]?.[1]) expect(found).toEqual(sizes)
  })

  it.each<[CaptureLanguage, string, [number | null, number | null]]>([
    ['de', 'Die Polizei sprach von 180 Teilnehmern.', [180, 180]],
    ['es', 'La Delegación del Gobierno cifró la asistencia en 700.', [700, 700]],
    ['es', 'El sindicato aseguró que fueron más de 2 mil.', [2000, null]],
  ])('is read in %s: "%s"', (language, text, [low, high]) => {
    expect(readAbroad(text, language).crowds.map(({ value }) => [value.low, value.high])).toEqual([
      [low, high],
    ])
  })
})

describe('whose words they are', () => {
  it('is who was named before, where Spanish leaves the subject out', () => {
    const text =
      'La vocera del sindicato, Marisol Ruiz, señaló que no habrá más plazos. “No pedimos favores, pedimos lo que dice la ley”, agregó.'
    expect(readAbroad(text, 'es').quotes.map(({ value }) => value.speaker)).toEqual([
      'Marisol Ruiz',
    ])
  })

  it('is not the ministry that somebody is minister of', () => {
    const text =
      'Siptu organiser Declan Furey called on the Minister for Enterprise to intervene. “Statutory redundancy is an insult to everyone,” he said.'
    expect(read(text).quotes.map(({ value }) => value.speaker)).toEqual(['Declan Furey'])
  })

  it('is nobody in the list of people who only wrote the report', () => {
    const text = 'By Ada Byron\n\nDrivers walked out of the depot on Monday. They sang.'
    expect(read(text).people).toEqual([])
  })
})
