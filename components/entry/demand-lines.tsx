import type { TouchedDemandDto } from '@/lib/record'
import { LaneMark } from '@/components/ui/lane-mark'

const VERBS: Record<TouchedDemandDto['relation'], string> = {
  raises: 'Demanded',
  repeats: 'Demanded again',
  answers: 'Answers',
}
const STANCES: Record<NonNullable<TouchedDemandDto['stance']>, string> = {
  meets: 'meets it',
  partly_meets: 'partly meets it',
  refuses: 'refuses it',
  deflects: 'deflects',
  gives_no_reply: 'gives no reply',
}

type Line = Pick<TouchedDemandDto, 'number' | 'wording' | 'relation' | 'stance' | 'at'>

/** The demands that an entry raises or answers, each with its number and present wording. */
export function DemandLines({ demands }: { demands: Line[] }) {
  if (demands.length === 0) return null
  return (
    <ul className="demands">
      {demands.map((demand, index) => (
        <li key={index}>
          <LaneMark lane="demand" />
          <span>
            <span className="verb">
              {VERBS[demand.relation]} {demand.number}:
            </span>{' '}
            {demand.wording}
            {demand.stance && (
              <span className="stance">
                {' '}
                At {demand.at}: {STANCES[demand.stance]}.
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}
