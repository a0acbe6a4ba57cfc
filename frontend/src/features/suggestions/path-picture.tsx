import { useTexts } from '@/texts'
import { inLines, lengthOf, type Path } from './paths'

const width = 224
const radius = 18
const between = 12
const lineHeight = 14
// How wide a letter is on average, and what stays free at both ends of a label.
const letter = 5.6
const ends = 22

type Placed = Path & { lines: string[]; y: number; high: number; wide: number }

/** Each label in one line or two, below one another. */
function place(paths: Path[]): { placed: Placed[]; height: number } {
  let y = 1
  const placed = paths.map((path) => {
    const lines = inLines(path.label)
    const high = 12 + lines.length * lineHeight
    const top = y
    y += high + between
    const wide = Math.min(lengthOf(lines) * letter + ends, width - 4 * radius - 6)
    return { ...path, lines, y: top + high / 2, high, wide }
  })
  const used = y - between + 1
  const height = Math.max(used, 2 * radius + 4)
  const shift = (height - used) / 2
  return { placed: placed.map((each) => ({ ...each, y: each.y + shift })), height }
}

function Way({ path, middle }: { path: Placed; middle: number }) {
  const from = radius
  const to = width - radius
  const bend = 36
  const colour = path.help ? 'stroke-gold' : 'stroke-green'
  return (
    <>
      <path
        d={`M${from} ${middle} C${from + bend} ${path.y} ${from + bend} ${path.y} ${width / 2} ${path.y} S${to - bend} ${path.y} ${to} ${middle}`}
        fill="none"
        strokeWidth="1.6"
        strokeDasharray={path.help ? '3 4' : undefined}
        className={colour}
      />
      <rect
        x={(width - path.wide) / 2}
        y={path.y - path.high / 2}
        width={path.wide}
        height={path.high}
        rx="13"
        strokeWidth="1.5"
        className={`fill-surface ${colour}`}
      />
      {path.lines.map((line, index) => (
        <text
          key={line}
          x={width / 2}
          y={path.y + 4 + (index - (path.lines.length - 1) / 2) * lineHeight}
          textAnchor="middle"
          className="fill-ink"
        >
          {line}
        </text>
      ))}
    </>
  )
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
  const t = useTexts()
  const { placed, height } = place(paths)
  const middle = height / 2
  return (
    <svg
      viewBox={`-1 0 ${width + 2} ${height}`}
      className="mx-auto w-full max-w-[280px] font-medium font-sans text-[11px]"
      role="img"
      aria-label={t.home.paths(
        name,
        paths.map((path) => path.label),
      )}
    >
      {placed.map((path) => (
        <Way key={path.label} path={path} middle={middle} />
      ))}
      <circle
        cx={radius}
        cy={middle}
        r={radius - 1}
        strokeWidth="1.8"
        className="fill-surface stroke-gold"
      />
      <text x={radius} y={middle + 4} textAnchor="middle" className="fill-ink">
        {t.home.youNode}
      </text>
      <circle cx={width - radius} cy={middle} r={radius} className="fill-green" />
      <text
        x={width - radius}
        y={middle + 4}
        textAnchor="middle"
        className="fill-on-green font-strong"
      >
        {initials}
      </text>
    </svg>
  )
}
