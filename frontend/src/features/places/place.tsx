import type { ReactNode } from 'react'
import { useQuery } from 'urql'
import { PlaceDocument, type PlaceQuery } from '@/gql/graphql'
import { PersonList } from '@/shared/people/person-row'
import { type Fact, Facts } from '@/shared/ui/facts'
import { PageHeading, Section, useTitle } from '@/shared/ui/page'
import { PageBones } from '@/shared/ui/page-bones'
import { Problem } from '@/shared/ui/problem'
import { type Texts, useTexts } from '@/texts'
import { AdoptionCard } from './adoption-card'
import { AlikePlaces } from './alike-places'

type Locality = NonNullable<PlaceQuery['locality']>
type IssueName = { id: string; name: string }

function factsOf(t: Texts, locality: Locality): Fact[] {
  const facts: Fact[] = [{ name: t.places.state, value: locality.stateName }]
  if (locality.county) facts.push({ name: t.places.county, value: locality.county })
  if (locality.population !== null) {
    facts.push({ name: t.places.population, value: t.format.number(locality.population) })
  }
  if (locality.populationYear !== null) {
    facts.push({ name: t.places.populationYear, value: String(locality.populationYear) })
  }
  if (locality.populationSource) {
    facts.push({ name: t.places.source, value: locality.populationSource })
  }
  return facts
}

function PlacePage({ locality, ownIssues }: { locality: Locality; ownIssues: IssueName[] }) {
  const t = useTexts()
  const [issue, ...issues] = ownIssues
  const { officials, adoptions } = locality
  const name = t.words.place(locality.name, locality.stateName)
  const further = officials.totalCount - officials.edges.length
  useTitle(name)
  return (
    <div className="grid gap-x-9 gap-y-8 lg:grid-cols-[minmax(0,1fr)_18.5rem]">
      <div className="min-w-0">
        <PageHeading>{name}</PageHeading>
        <Section id="officials" title={t.places.officials}>
          {officials.edges.length === 0 ? (
            <p className="text-muted">{t.places.noOfficials}</p>
          ) : (
            <PersonList
              people={officials.edges.map((edge) => edge.node)}
              label={t.places.officials}
            />
          )}
          {further > 0 && <p className="mt-2 text-muted">{t.places.more(further)}</p>}
        </Section>
        <Section id="adoptions" title={t.places.adoptions}>
          {adoptions.edges.length === 0 ? (
            <p className="text-muted">{t.places.noAdoptions}</p>
          ) : (
            <ul className="grid gap-4">
              {adoptions.edges.map(({ node }) => (
                <AdoptionCard key={node.id} adoption={node} />
              ))}
            </ul>
          )}
        </Section>
        {issue && <AlikePlaces key={issue.id} issues={[issue, ...issues]} />}
      </div>
      <aside>
        <section className="card p-5">
          <h2 className="eyebrow mb-3">{t.places.facts}</h2>
          <Facts facts={factsOf(t, locality)} />
        </section>
      </aside>
    </div>
  )
}

/** Reads a place and shows it; of the viewer's own also which places are like it, issue by issue. */
export function Place({
  id,
  ownIssues,
  missing,
}: {
  id: string
  ownIssues: IssueName[]
  missing: ReactNode
}) {
  const [{ data, error }, again] = useQuery({ query: PlaceDocument, variables: { id } })
  if (error)
    return <Problem error={error} onRetry={() => again({ requestPolicy: 'network-only' })} />
  if (!data) return <PageBones />
  if (!data.locality) return missing
  return <PlacePage locality={data.locality} ownIssues={ownIssues} />
}
