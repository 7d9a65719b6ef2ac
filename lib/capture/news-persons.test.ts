import { describe, expect, it } from 'vitest'
import { quotes, read, readAbroad } from './news.test-support'
import type { CaptureLanguage } from './types'

const people = (text: string, language?: CaptureLanguage) =>
  (language ? readAbroad(text, language) : read(text)).people.map(({ value }) => value.name)
const silences = (text: string, language?: CaptureLanguage) =>
  (language ? readAbroad(text, language) : read(text)).nonResponses.map(({ value }) => [
    value.organization,
    value.outcome,
  ])

describe('a person', () => {
  it.each([
    ['“Nobody told us,” said Adaku “Ada” Byron, the lead organizer.', 'Adaku “Ada” Byron'],
    ['"Nobody told us," said Local 71 President Adaku "Ada" Byron.', 'Adaku "Ada" Byron'],
    ['Ada Byron, an independent TD for Limerick City, joined the picket.', 'Ada Byron'],
    ['Ada Byron has driven for Northway for 17 years. Her score fell.', 'Ada Byron'],
    ['Joint Commissioner of Labour S. Kandasamy said that talks would follow.', 'S. Kandasamy'],
  ])('is named in "%s"', (text, name) => {
    expect(people(text)).toEqual([name])
  })

  it.each<[CaptureLanguage, string, string]>([
    ['es', 'Su portavoz, Arkadiusz «Arek» Nowak, cree que no bastará.', 'Arkadiusz «Arek» Nowak'],
    ['es', 'El operario haitiano Wilner Bonheur, que lleva cinco años, votó.', 'Wilner Bonheur'],
    ['es', 'El cura es el padre Tadeo Rojas, que pasó la noche allí.', 'Tadeo Rojas'],
    ['es', 'La gerenta de personas de la empresa, Inés Vial, lamentó el voto.', 'Inés Vial'],
    ['es', 'Su apoderado, Ezequiel Luna Brown, pidió el desalojo.', 'Ezequiel Luna Brown'],
    ['es', 'La catedrática de Derecho Remedios Ibáñez recuerda que es nulo.', 'Remedios Ibáñez'],
    ['de', 'Für Serkan Aydın, der seit 1998 in der Härterei arbeitet, reicht es.', 'Serkan Aydın'],
    ['de', 'Dem widersprach Bilal Chahine, Mitglied des Betriebsrats.', 'Bilal Chahine'],
    ['de', 'Dessen Präsident Hansruedi Zgraf erinnerte an 2022.', 'Hansruedi Zgraf'],
    ['de', 'Der 24 Jahre alte Minh Duc wurde erfasst.', 'Minh Duc'],
    ['de', 'Pfarrerin Gesine von Wolfen-Lemke las die Namen vor.', 'Gesine von Wolfen-Lemke'],
  ])('is named in %s: "%s"', (language, text, name) => {
    expect(people(text, language)).toEqual([name])
  })

  it('is no company that has worked for long', () => {
    expect(
      people('Blue Apron has packed meals since 2012. Orbit Systems has worked here.'),
    ).toEqual([])
  })

  it('is no office, court or town', () => {
    const text =
      'Das Amt für Verkehr teilte mit, ein Radweg werde geplant. Die Stadt Leipzig schreibt, es gebe keinen Termin. Das Arbeitsgericht Leipzig sagte den Termin ab.'
    expect(people(text, 'de')).toEqual([])
  })

  it('says what stands in quotation marks behind a nickname', () => {
    expect(quotes('“They can find it,” said Adaku “Ada” Byron.')).toEqual([
      ['Adaku “Ada” Byron', 'They can find it'],
    ])
  })
})

describe('who did not answer', () => {
  it.each([
    ['An e-mail sent to Orbit Systems did not elicit a response till Friday.', 'no_reply'],
    ['Orbit Systems declined an interview request through an assistant.', 'declined'],
    ['Orbit Systems declined to name any change under consideration.', 'declined'],
    ['We have also contacted Orbit Systems and are waiting to hear back.', 'waiting'],
    [
      'We have also contacted Orbit Systems, which makes the cameras, and are waiting to hear back.',
      'waiting',
    ],
  ])('is read in "%s"', (text, outcome) => {
    expect(silences(text)).toEqual([['Orbit Systems', outcome]])
  })

  it('is the body that its head speaks for', () => {
    const text =
      'Students left Carrow State University on Friday. Carrow State University Provost Ada Byron declined an interview request.'
    expect(silences(text)).toEqual([['Carrow State University', 'declined']])
  })

  it('is the company that a spokesman without a name speaks for', () => {
    const text =
      'Orbit Systems sued the Acme Union. A spokesman for Orbit Systems said that it was “considering the judgment”. He declined to say how much the case had cost.'
    expect(silences(text)).toEqual([['Orbit Systems', 'declined']])
  })

  it.each([
    'Riverside Teachers Union wrote to the board on Monday. No reply came.',
    'At the bargaining table Orbit Systems refused to discuss room cleaning.',
  ])('is not who wrote or bargained in "%s"', (text) => {
    expect(silences(text)).toEqual([])
  })

  it.each([
    'A spokeswoman for Orbit Systems declined to discuss the bargaining.',
    'Orbit Systems, which offered a raise, declined to discuss it with reporters.',
  ])('may be who bargains: "%s"', (text) => {
    expect(silences(text)).toEqual([['Orbit Systems', 'declined']])
  })

  it('is not the newspaper that a spokesman spoke to', () => {
    const text =
      'Un portavoz de Nubalia dijo a El Diario que escucha. Sobre los despidos, ha declinado hacer comentarios.'
    expect(silences(text, 'es')).toEqual([['Nubalia', 'declined']])
  })

  it('does not count a refusal at the bargaining table', () => {
    const text =
      'At the bargaining table on August 5, Orbit Systems proposed raises of 2 percent, the union said, and refused to discuss daily room cleaning.'
    expect(silences(text)).toEqual([])
  })

  it.each<[CaptureLanguage, string, [string, string]]>([
    [
      'es',
      'Esta radio contactó también a Kinetia, la firma que provee el dispositivo, que prefirió no referirse al tema.',
      ['Kinetia', 'declined'],
    ],
    [
      'es',
      'Un portavoz de Nubalia dijo que escucha. Sobre los despidos, ha declinado hacer comentarios.',
      ['Nubalia', 'declined'],
    ],
    [
      'es',
      'Este diario consultó al Ministerio de Gobierno y hasta el cierre de esta edición no había obtenido respuesta.',
      ['Ministerio de Gobierno', 'no_reply'],
    ],
    [
      'de',
      'Das Unternehmen Flinkbox erklärte auf Anfrage, man sei erschüttert. Zu den Ermittlungen wolle man sich nicht äußern.',
      ['Flinkbox', 'declined'],
    ],
    [
      'de',
      'Die Curaplan AG verweist auf Erfahrungen. Ob Stellen wegfallen, beantwortet sie nicht.',
      ['Curaplan AG', 'declined'],
    ],
    [
      'de',
      'Das Werk gehört der Beteiligungsgesellschaft Nordkamp Capital. Diese ließ eine Anfrage bis Redaktionsschluss unbeantwortet.',
      ['Nordkamp Capital', 'no_reply'],
    ],
  ])('is read in %s: "%s"', (language, text, expected) => {
    expect(silences(text, language)).toEqual([expected])
  })
})

it('counts nobody whom a company employs', () => {
  const none = (text: string, language: CaptureLanguage) =>
    readAbroad(text, language).crowds.map(({ value }) => value.words)
  expect(none('La compañía, que emplea a 240 personas, difundió un comunicado.', 'es')).toEqual([])
  expect(none('Die Spitex Winterthur beschäftigt 430 Personen in der Stadt.', 'de')).toEqual([])
})
