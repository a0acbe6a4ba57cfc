import { Link } from '@tanstack/react-router'
import type { PlaceAdoptionFragment } from '@/gql/graphql'
import { PlaceLink } from '@/shared/people/place-link'
import { Tag } from '@/shared/ui/tag'
import { useTexts } from '@/texts'

/** Something adopted in a place: what, when, whether it stands, and what it was made after. */
export function AdoptionCard({ adoption }: { adoption: PlaceAdoptionFragment }) {
  const t = useTexts()
  const { policy, adaptedFrom, evidenceUrl, status } = adoption
  return (
    <li className="card p-4">
      <p className="serif-heading text-[1.0625rem]">{adoption.title}</p>
      <p className="mt-1 flex flex-wrap items-center gap-x-2 text-muted text-small">
        {adoption.adoptedOn && adoption.precision
          ? t.places.adopted(t.format.date(adoption.adoptedOn, adoption.precision))
          : t.places.undated}
        <Tag tone={status === 'ADOPTED' ? 'green' : 'gold'}>{t.words.adoption[status]}</Tag>
      </p>
      <p className="mt-2">
        {policy.name} ·{' '}
        <Link to="/issues/$id" params={{ id: policy.issue.id }} className="text-link">
          {policy.issue.name}
        </Link>
      </p>
      {adaptedFrom && (
        <p className="mt-1">
          {t.places.adaptedFrom} <PlaceLink place={adaptedFrom.locality} />
        </p>
      )}
      <p className="mt-2 flex flex-wrap gap-x-3 text-muted text-small">
        {t.places.sourced(adoption.source)}
        {evidenceUrl && (
          <a href={evidenceUrl} rel="noreferrer" className="text-link">
            {t.places.evidence}
          </a>
        )}
      </p>
    </li>
  )
}
