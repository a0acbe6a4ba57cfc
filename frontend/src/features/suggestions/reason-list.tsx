import { Link } from '@tanstack/react-router'
import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import type { EvidenceFragment, ReasonFragment } from '@/gql/graphql'
import { type Texts, useTexts } from '@/texts'

const shownAtOnce = 3
const citedAtOnce = 4

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

/** Where something without a page of its own is from; once for several in a row of one source. */
function sourceOf(t: Texts, each: EvidenceFragment, next: EvidenceFragment | undefined): string {
  const { source, node } = each
  if (!source || node) return ''
  const isSaidNext = next && !next.node && next.source === source
  return isSaidNext ? '' : ` ${t.home.source(source)}`
}

function EvidenceList({ evidence }: { evidence: EvidenceFragment[] }) {
  const t = useTexts()
  return evidence.map((each, index) => (
    <span key={`${each.label}${each.node?.id ?? each.source}`}>
      {index > 0 && ', '}
      <EvidenceLink evidence={each} />
      <span className="text-muted">{sourceOf(t, each, evidence[index + 1])}</span>
    </span>
  ))
}

function ReasonItem({ reason, headline }: { reason: ReasonFragment; headline: string }) {
  const t = useTexts()
  const percent = Math.round(reason.share * 100)
  const further = reason.evidence.slice(citedAtOnce)
  return (
    <li className="grid grid-cols-[3.25rem_1fr] gap-x-3">
      <span aria-hidden="true" className="mt-[0.55em] h-1.5 rounded-pill bg-sunk">
        <span
          className="block h-full min-w-1.5 rounded-pill bg-green"
          style={{ width: `${percent}%` }}
        />
      </span>
      <span className="max-w-measure">
        {/* The sentence already stands above the list. */}
        {reason.text === headline ? reason.title : reason.text}{' '}
        <EvidenceList evidence={reason.evidence.slice(0, citedAtOnce)} />
        {further.length > 0 && (
          <details className="ml-1 inline">
            <summary className="inline text-muted underline decoration-dotted hover:text-ink [&::-webkit-details-marker]:hidden">
              {t.home.moreEvidence(further.length)}
            </summary>{' '}
            <EvidenceList evidence={further} />
          </details>
        )}
        <span className="sr-only"> {t.home.share(reason.share)}</span>
      </span>
    </li>
  )
}

/**
 * Why this person: each reason with how much of the match it makes up, and what it rests on. The
 * strongest are shown at once. A sentence that is the headline already is not said twice.
 */
export function ReasonList({
  reasons,
  headline,
  label,
}: {
  reasons: ReasonFragment[]
  headline: string
  label: string
}) {
  const t = useTexts()
  const items = reasons.map((reason) => (
    <ReasonItem key={`${reason.code}${reason.text}`} reason={reason} headline={headline} />
  ))
  const further = items.slice(shownAtOnce)
  return (
    <>
      <ul aria-label={label} className="mt-4 grid gap-2.5">
        {items.slice(0, shownAtOnce)}
      </ul>
      {further.length > 0 && (
        <details className="group mt-2.5">
          <summary className="flex min-h-8 items-center gap-1.5 rounded-control pl-16 text-muted hover:text-ink [&::-webkit-details-marker]:hidden">
            {t.home.moreReasons(further.length)}
            <ChevronDown
              size={16}
              aria-hidden="true"
              className="transition-transform group-open:rotate-180"
            />
          </summary>
          <ul aria-label={t.home.moreReasons(further.length)} className="mt-1.5 grid gap-2.5">
            {further}
          </ul>
        </details>
      )}
    </>
  )
}
