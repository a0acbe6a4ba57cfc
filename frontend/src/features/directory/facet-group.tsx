import { useState } from 'react'
import type { FacetField } from '@/gql/graphql'
import { Choice } from '@/shared/ui/choice'
import { useTexts } from '@/texts'
import type { Facet } from './facets'

const shortList = 8

function FacetChoice({ facet, onToggle }: { facet: Facet; onToggle: (facet: Facet) => void }) {
  const t = useTexts()
  return (
    <Choice type="checkbox" checked={facet.selected} onChange={() => onToggle(facet)}>
      <span className="flex justify-between gap-3">
        <span className="min-w-0">{facet.label}</span>
        <span className="text-muted text-small tabular-nums leading-[1.6]">
          {t.format.number(facet.count)}
        </span>
      </span>
    </Choice>
  )
}

/** One field to choose from. Parts of an issue show once the issue, or one of its parts, is chosen. */
export function FacetGroup({
  field,
  facets,
  onToggle,
}: {
  field: FacetField
  facets: Facet[]
  onToggle: (facet: Facet) => void
}) {
  const t = useTexts()
  const [all, setAll] = useState(false)
  const top = facets.filter((facet) => facet.parent === null)
  const partsOf = (facet: Facet) => facets.filter((each) => each.parent === facet.value)
  const isOpen = (facet: Facet) => facet.selected || partsOf(facet).some((part) => part.selected)
  const shown = all ? top : top.filter((facet, index) => index < shortList || facet.selected)
  if (facets.length === 0) return null
  return (
    <fieldset>
      <legend className="eyebrow mb-1.5">{t.directory.fields[field]}</legend>
      {shown.map((facet) => (
        <div key={facet.value}>
          <FacetChoice facet={facet} onToggle={onToggle} />
          {partsOf(facet).length > 0 && isOpen(facet) && (
            <fieldset className="ml-[9px] border-line border-l pl-4">
              <legend className="sr-only">{t.directory.parts(facet.label)}</legend>
              {partsOf(facet).map((part) => (
                <FacetChoice key={part.value} facet={part} onToggle={onToggle} />
              ))}
            </fieldset>
          )}
        </div>
      ))}
      {top.length > shortList && (
        <button
          type="button"
          aria-expanded={all}
          onClick={() => setAll(!all)}
          className="text-link mt-1 min-h-8 text-muted text-small"
        >
          {all ? t.directory.lessOf : t.directory.moreOf(top.length)}
        </button>
      )}
    </fieldset>
  )
}
