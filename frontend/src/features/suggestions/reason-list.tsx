import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { EvidenceFragment, ReasonFragment } from '@/gql/graphql'
import { t } from '@/texts'

function EvidenceLink({ evidence }: { evidence: EvidenceFragment }): ReactNode {
  const look = 'text-link text-muted'
  const { label, node } = evidence
  const issue =
    node?.__typename === 'Work' ? node.issue.id : node?.__typename === 'Issue' && node.id
  const place =
    node?.__typename === 'Adoption' ? node.locality.id : node?.__typename === 'Locality' && node.id
  if (issue) {
    return (
      <Link to="/issues/$id" params={{ id: issue }} className={look}>
        {label}
      </Link>
    )
  }
  if (place) {
    return (
      <Link to="/localities/$id" params={{ id: place }} className={look}>
        {label}
      </Link>
    )
  }
  return <span className="text-muted">{label}</span>
}

/** Why this person: each reason with how much of the match it makes up, and what it rests on. */
export function ReasonList({ reasons, label }: { reasons: ReasonFragment[]; label: string }) {
  return (
    <ul aria-label={label} className="mt-4 grid gap-2.5">
      {reasons.map((reason) => {
        const percent = Math.round(reason.share * 100)
        return (
          <li key={`${reason.code}${reason.text}`} className="grid grid-cols-[3.25rem_1fr] gap-x-3">
            <span aria-hidden="true" className="mt-[0.55em] h-1.5 rounded-pill bg-sunk">
              <span
                className="block h-full min-w-1.5 rounded-pill bg-green"
                style={{ width: `${percent}%` }}
              />
            </span>
            <span className="max-w-measure">
              {reason.text}{' '}
              {reason.evidence.map((evidence, index) => (
                <span key={`${evidence.label}${evidence.node?.id}`}>
                  {index > 0 && t.home.and}
                  <EvidenceLink evidence={evidence} />
                </span>
              ))}
              <span className="sr-only"> {t.home.share(percent)}</span>
            </span>
          </li>
        )
      })}
    </ul>
  )
}
