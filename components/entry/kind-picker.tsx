import Link from 'next/link'
import { LaneMark } from '@/components/ui/lane-mark'
import { Section } from '@/components/ui/section'
import { kinds, laneLabels } from '@/lib/kinds/index'
import { entryKinds, lanes } from '@/lib/kinds/names'

/** Every kind under its lane, each with what it is; a link, so that it works before script. */
export function KindPicker({ hrefOf }: { hrefOf: (kind: string) => string }) {
  return lanes.map((lane) => (
    <Section key={lane} title={laneLabels[lane]}>
      <ul className="grid gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
        {entryKinds
          .filter((kind) => kinds[kind].lane === lane)
          .map((kind) => (
            <li key={kind}>
              <Link
                href={hrefOf(kind)}
                className="hover:bg-wash flex min-h-11 items-baseline gap-2 py-2 no-underline"
              >
                <LaneMark lane={lane} />
                <span>
                  <span className="font-semibold underline">{kinds[kind].label}</span>
                  <span className="text-muted block text-sm">{kinds[kind].hint}</span>
                </span>
              </Link>
            </li>
          ))}
      </ul>
    </Section>
  ))
}
