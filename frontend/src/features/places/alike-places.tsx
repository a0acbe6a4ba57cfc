import { useState } from 'react'
import { useQuery } from 'urql'
import { AlikePlacesDocument } from '@/gql/graphql'
import { IssueChips } from '@/shared/issues/issue-chips'
import { Section } from '@/shared/ui/page'
import { Problem } from '@/shared/ui/problem'
import { Bone, Loading } from '@/shared/ui/skeleton'
import { useTexts } from '@/texts'
import { AlikePlaceCard } from './alike-place-card'

type IssueName = { id: string; name: string }

function PlacesFor({ issue }: { issue: string }) {
  const [{ data, error }, again] = useQuery({
    query: AlikePlacesDocument,
    variables: { issueId: issue },
  })
  if (error)
    return <Problem error={error} onRetry={() => again({ requestPolicy: 'network-only' })} />
  const places = data?.viewer.alikePlaces
  if (!places) {
    return (
      <>
        <Loading />
        <Bone className="h-72" />
      </>
    )
  }
  if (places.note) return <p className="max-w-measure text-muted">{places.note}</p>
  return (
    <ul className="grid gap-4">
      {places.edges.map(({ node }) => (
        <AlikePlaceCard key={node.locality.id} place={node} />
      ))}
    </ul>
  )
}

/** Which places are like the viewer's own, for one of the issues they work on. */
export function AlikePlaces({ issues }: { issues: [IssueName, ...IssueName[]] }) {
  const t = useTexts()
  const [issue, choose] = useState(issues[0])
  return (
    <Section id="alike" title={t.places.alike(issue.name)}>
      <p className="mb-3 max-w-measure text-muted">{t.places.alikeMeans}</p>
      <IssueChips name="alike" issues={issues} issue={issue} onIssue={choose} />
      <PlacesFor issue={issue.id} />
    </Section>
  )
}
