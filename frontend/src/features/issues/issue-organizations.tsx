import { useQuery } from 'urql'
import { IssueOrganizationsDocument } from '@/gql/graphql'
import { OrganizationCard } from '@/shared/people/organization-card'
import { Problem } from '@/shared/ui/problem'
import { Bone, Loading } from '@/shared/ui/skeleton'
import { useTexts } from '@/texts'

/** Which organizations work on an issue, and where. */
export function IssueOrganizations({ issue }: { issue: string }) {
  const t = useTexts()
  const [{ data, error }, again] = useQuery({
    query: IssueOrganizationsDocument,
    variables: { id: issue },
  })
  if (error)
    return <Problem error={error} onRetry={() => again({ requestPolicy: 'network-only' })} />
  if (!data) {
    return (
      <>
        <Loading />
        <Bone className="h-32" />
      </>
    )
  }
  const { edges, totalCount } = data.organizations
  if (edges.length === 0) return <p className="text-muted">{t.places.noOrganizations}</p>
  return (
    <>
      <ul className="grid gap-4 sm:grid-cols-2">
        {edges.map(({ node }) => (
          <OrganizationCard key={node.id} organization={node} />
        ))}
      </ul>
      {totalCount > edges.length && (
        <p className="mt-2 text-muted">{t.places.more(totalCount - edges.length)}</p>
      )}
    </>
  )
}
