import { describe, expect, it } from 'vitest'
import { quotes } from './news.test-support'

const speakers = (text: string) => quotes(text).map(([speaker]) => speaker)

describe('whose words they are', () => {
  it('is not whoever is spoken to within them', () => {
    const text =
      'Guild co-chair Bo Lee read out the demands. Orbit’s chief officer, Ada Smith, has posted online: “We make better worlds when we make them together.” She did not mention it.\n\n' +
      'Guild co-chair Bo Lee read them again.\n\n' +
      '“We are not asking, Ada,” he said to cheers. “We are telling you to go.”'
    expect(speakers(text)).toEqual(['Ada Smith', 'Bo Lee', 'Bo Lee'])
  })

  it('is who rejected a claim, not whom it was about', () => {
    expect(
      speakers(
        'Ada Smith, Orbit’s chief officer, spoke on Monday. She rejected a claim that delegate Bo Lee had been stood down, saying he was “on leave by agreement”.',
      ),
    ).toEqual(['Ada Smith'])
  })

  it('is who did both things that the sentence tells', () => {
    expect(
      speakers(
        'Workers met manager Bo Lee at Orbit. Ada Smith was there.\n\nMr. Lee took the box, said “I’ll pass this along,” and went back upstairs.',
      ),
    ).toEqual(['Bo Lee'])
  })

  it('is whoever a report says had no name, whatever they do', () => {
    expect(
      speakers(
        '“They sold my voice,” says Ada Smith.\n\nNot everyone has joined. One fiddler, who asked not to be named, tells me that Orbit is most of his income. “I can’t eat solidarity,” he says.',
      ),
    ).toEqual(['Ada Smith', 'One fiddler'])
  })

  it('is who sent the message that is read out', () => {
    expect(
      speakers(
        'Her co-worker, Ada Smith, 44, was taken to a clinic. She sent a voice message that was played to the crowd.\n\n“I am told to drink water,” it said.',
      ),
    ).toEqual(['Ada Smith'])
  })

  it('is who is named behind a degree', () => {
    expect(
      speakers(
        '“A machine had overruled my grade,” said fifth-year history Ph.D. candidate Ada Smith.',
      ),
    ).toEqual(['Ada Smith'])
  })

  it('is told in the present too', () => {
    expect(speakers('“I’m scared of heights,” admits Ada Smith, 26, a line cook.')).toEqual([
      'Ada Smith',
    ])
  })
})

describe('a single word', () => {
  it('is somebody’s where they say that something was it', () => {
    expect(
      quotes('A spokesman for Orbit said that the company was “heartbroken” and would help.'),
    ).toEqual([['A spokesman for Orbit', 'heartbroken']])
  })

  it('is nobody’s where it is only doubted', () => {
    expect(quotes('Residents spoke of “robot” branches in the town.')).toEqual([])
  })
})
