import type { Stage } from '@/gql/graphql'
import { useTexts } from '@/texts'
import { line, position } from './stages'

/** How far a piece of work is: the word, and as many marks filled as stages are behind it. */
export function StageMark({ stage }: { stage: Stage }) {
  const t = useTexts()
  const reached = position(stage) ?? -1
  return (
    <span className="inline-flex items-center gap-2 whitespace-nowrap font-medium text-small">
      {t.words.stage[stage]}
      <span aria-hidden="true" className="inline-flex gap-[3px]">
        {line.map((each, index) => (
          <span
            key={each}
            className={`h-1.5 w-3.5 rounded-pill ${index <= reached ? 'bg-green' : 'bg-line'}`}
          />
        ))}
      </span>
    </span>
  )
}
