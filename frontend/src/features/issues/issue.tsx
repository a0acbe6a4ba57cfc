import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useQuery } from 'urql'
import { IssueDocument, type IssueQuery } from '@/gql/graphql'
import { PageHeading, Section, useTitle } from '@/shared/ui/page'
import { PageBones } from '@/shared/ui/page-bones'
import { Problem } from '@/shared/ui/problem'
import { useTexts } from '@/texts'
import { IssueOrganizations } from './issue-organizations'
import { IssuePeople } from './issue-people'

type Topic = NonNullable<IssueQuery['issue']>

function IssuePage({ issue }: { issue: Topic }) {
  const t = useTexts()
  useTitle(issue.name)
  return (
    <div className="max-w-4xl">
      {issue.parent && (
        <p className="mb-1 text-muted">
          {t.places.issuePart}{' '}
          <Link to="/issues/$id" params={{ id: issue.parent.id }} className="text-link">
            {issue.parent.name}
          </Link>
        </p>
      )}
      <PageHeading>{issue.name}</PageHeading>
      {issue.description && (
        <p className="serif-sentence mt-3 max-w-measure text-sentence">{issue.description}</p>
      )}
      {issue.synonyms.length > 0 && (
        <p className="mt-2 max-w-measure text-muted">{t.places.synonyms(issue.synonyms)}</p>
      )}
      {issue.children.length > 0 && (
        <Section id="parts" title={t.places.issueParts}>
          <ul className="grid gap-2 sm:grid-cols-2">
            {issue.children.map((part) => (
              <li key={part.id}>
                <Link
                  to="/issues/$id"
                  params={{ id: part.id }}
                  className="card flex min-h-12 items-center justify-between gap-3 px-4 py-2 hover:border-edge"
                >
                  <span>{part.name}</span>
                  <span className="whitespace-nowrap text-muted text-small">
                    {t.places.counted(part.officialCount)}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section id="people" title={t.places.people}>
        <IssuePeople issue={issue.id} />
      </Section>
      <Section id="organizations" title={t.places.organizations}>
        <IssueOrganizations issue={issue.id} />
      </Section>
    </div>
  )
}

export function Issue({ id, missing }: { id: string; missing: ReactNode }) {
  const [{ data, error }, again] = useQuery({ query: IssueDocument, variables: { id } })
  if (error)
    return <Problem error={error} onRetry={() => again({ requestPolicy: 'network-only' })} />
  if (!data) return <PageBones />
  if (!data.issue) return missing
  return <IssuePage issue={data.issue} />
}
