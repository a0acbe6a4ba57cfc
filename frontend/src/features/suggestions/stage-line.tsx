import type { Stage } from '@/gql/graphql'
import { line, position } from '@/shared/stages/stages'
import { useTexts } from '@/texts'

const width = 224
const start = 8
const step = (width - 2 * start) / (line.length - 1)

/** Where each of the two stands on the same line of stages. */
export function StageLine({
  name,
  initials,
  issue,
  mine,
  theirs,
}: {
  name: string
  initials: string
  issue: string
  mine: Stage
  theirs: Stage
}) {
  const t = useTexts()
  const me = position(mine)
  const they = position(theirs)
  const reached = Math.max(me ?? 0, they ?? 0)
  const words = { mine: t.words.stage[mine], theirs: t.words.stage[theirs] }
  const meFirst = (me ?? 0) <= (they ?? 0)
  const labels = [
    t.home.youStand(words.mine.toLowerCase()),
    t.home.theyStand(initials, words.theirs.toLowerCase()),
  ]
  const x = (index: number) => start + index * step
  return (
    <figure className="mx-auto w-full max-w-[270px]">
      <svg
        viewBox={`0 0 ${width} 20`}
        className="w-full"
        role="img"
        aria-label={t.home.stages(name, issue, words.mine, words.theirs)}
      >
        <path d={`M${x(0)} 10H${x(line.length - 1)}`} strokeWidth="2" className="stroke-line" />
        <path d={`M${x(0)} 10H${x(reached)}`} strokeWidth="2" className="stroke-green" />
        {line.map((stage, index) => (
          <circle
            key={stage}
            cx={x(index)}
            cy="10"
            r={index === they ? 6.5 : 3.8}
            className={index <= reached ? 'fill-green' : 'fill-line'}
          />
        ))}
        {me !== undefined && (
          <circle
            cx={x(me)}
            cy="10"
            r={me === they ? 8.5 : 6.5}
            strokeWidth="2.2"
            className={`stroke-gold ${me === they ? 'fill-none' : 'fill-surface'}`}
          />
        )}
      </svg>
      <figcaption
        aria-hidden="true"
        className="mt-1 flex flex-wrap justify-between gap-x-3 text-muted text-small"
      >
        {mine === theirs ? (
          <span>{t.home.bothStand(initials, words.mine.toLowerCase())}</span>
        ) : (
          (meFirst ? labels : labels.toReversed()).map((label) => <span key={label}>{label}</span>)
        )}
      </figcaption>
    </figure>
  )
}
