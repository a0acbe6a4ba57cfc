import { X } from 'lucide-react'
import { useTexts } from '@/texts'
import type { Facet } from './facets'

type Props = {
  words: string
  facets: Facet[]
  onToggle: (facet: Facet) => void
  onClearWords: () => void
  onClearAll: () => void
}

function Removable({ label, onRemove }: { label: string; onRemove: () => void }) {
  const t = useTexts()
  return (
    <li>
      <button
        type="button"
        aria-label={t.app.remove(label)}
        onClick={onRemove}
        className="inline-flex min-h-8 items-center gap-1.5 rounded-pill border border-edge bg-surface px-3 py-0.5 hover:bg-sunk"
      >
        {label}
        <X size={15} aria-hidden="true" className="text-muted" />
      </button>
    </li>
  )
}

/** Everything that narrows the list, each to be taken away again. */
export function ChosenChips({ words, facets, onToggle, onClearWords, onClearAll }: Props) {
  const t = useTexts()
  const chosen = facets.filter((facet) => facet.selected)
  if (chosen.length === 0 && !words) return null
  return (
    <div className="flex flex-wrap items-center gap-2">
      <ul aria-label={t.directory.chosen} className="flex flex-wrap gap-2">
        {words && <Removable label={t.directory.searching(words)} onRemove={onClearWords} />}
        {chosen.map((facet) => (
          <Removable
            key={`${facet.field}${facet.value}`}
            label={facet.label}
            onRemove={() => onToggle(facet)}
          />
        ))}
      </ul>
      <button
        type="button"
        onClick={onClearAll}
        className="min-h-8 rounded-control px-2 font-medium text-muted hover:text-ink hover:underline"
      >
        {t.directory.clearAll}
      </button>
    </div>
  )
}
