import type { TouchedDemandDto } from '@/lib/record'
import { LaneMark } from '@/components/ui/lane-mark'
import { WayTo, type Ways } from './ways'

const STANCES: Record<NonNullable<TouchedDemandDto['stance']>, string> = {
  meets: 'meets it',
  partly_meets: 'partly meets it',
  refuses: 'refuses it',
  deflects: 'deflects',
  gives_no_reply: 'no reply',
}

type Line = Pick<TouchedDemandDto, 'number' | 'wording' | 'relation' | 'stance' | 'at'>

/** The demands that an entry raises or answers, each with its number and present wording. */
export function DemandLines({ demands, ways }: { demands: Line[]; ways?: Ways | undefined }) {
  if (demands.length === 0) return null
  return (
    <ul className="demands">
      {demands.map((demand, index) => (
        <li key={index}>
          <LaneMark lane="demand" />
          <span>
            <span className="verb">{demandVerb(demand)}:</span>{' '}
            <WayTo href={ways?.demand(demand.number) ?? null}>
              <bdi>{demand.wording}</bdi>
            </WayTo>
            {demand.stance && (
              <span className="stance">
                {' '}
                ({STANCES[demand.stance]}
                {demand.at && (
                  <>
                    {demand.stance === 'gives_no_reply' ? ' from ' : ' at '}
                    <bdi>{demand.at}</bdi>
                  </>
                )}
                )
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** "Demand 4", "Answers demand 4"; that nobody replied is no answer. */
function demandVerb({ number, relation, stance }: Line): string {
  if (relation === 'raises') return `Demand ${number}`
  if (relation === 'repeats') return `Demand ${number}, repeated`
  return stance === 'gives_no_reply' ? `On demand ${number}` : `Answers demand ${number}`
}
