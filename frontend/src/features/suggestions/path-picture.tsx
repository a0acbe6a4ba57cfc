import { t } from '@/texts'
import type { Path } from './paths'

const width = 224
const gap = 39
const pill = 26
const radius = 18
const longest = 22
// How wide a letter is on average, and what stays free at both ends of a label.
const letter = 5.7
const ends = 22

function shortened(label: string): string {
  return label.length > longest ? `${label.slice(0, longest - 1).trimEnd()}…` : label
}

/** The ways from the viewer to the other as a small picture; the same is said in words for those who can't see it. */
export function PathPicture({
  name,
  initials,
  paths,
}: {
  name: string
  initials: string
  paths: Path[]
}) {
  const height = Math.max(paths.length * gap, 2 * radius + 8)
  const middle = height / 2
  const from = radius + 1
  const to = width - radius - 1
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      className="mx-auto w-full max-w-[270px] font-medium font-sans text-[11.5px]"
      role="img"
      aria-label={t.home.paths(name, paths.map((path) => path.label).join(t.home.and))}
    >
      {paths.map((path, index) => {
        const y = middle + (index - (paths.length - 1) / 2) * gap
        const label = shortened(path.label)
        const wide = Math.min(label.length * letter + ends, width - 4 * radius - 6)
        const colour = path.help ? 'stroke-gold' : 'stroke-green'
        return (
          <g key={path.label}>
            <path
              d={`M${from} ${middle} C${from + 34} ${y} ${from + 34} ${y} ${width / 2} ${y} S${to - 34} ${y} ${to} ${middle}`}
              fill="none"
              strokeWidth="1.6"
              strokeDasharray={path.help ? '3 4' : undefined}
              className={colour}
            />
            <rect
              x={(width - wide) / 2}
              y={y - pill / 2}
              width={wide}
              height={pill}
              rx={pill / 2}
              strokeWidth="1.5"
              className={`fill-surface ${colour}`}
            />
            <text x={width / 2} y={y + 4} textAnchor="middle" className="fill-ink">
              {label}
            </text>
          </g>
        )
      })}
      <circle
        cx={from}
        cy={middle}
        r={radius}
        strokeWidth="1.8"
        className="fill-surface stroke-gold"
      />
      <text x={from} y={middle + 4} textAnchor="middle" className="fill-ink">
        {t.home.youNode}
      </text>
      <circle cx={to} cy={middle} r={radius} className="fill-green" />
      <text x={to} y={middle + 4} textAnchor="middle" className="fill-on-green font-strong">
        {initials}
      </text>
    </svg>
  )
}
