import { Link } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { IssuePeopleDocument, type PersonRowFragment, type Stage } from '@/gql/graphql'
import { STAGES } from '@/shared/enums'
import { PersonList } from '@/shared/people/person-row'
import { furthestFirst } from '@/shared/stages/stages'
import { buttonLook } from '@/shared/ui/button'
import { Problem } from '@/shared/ui/problem'
import { Loading, RowBones } from '@/shared/ui/skeleton'
import { useTexts } from '@/texts'

// Those who have carried it furthest are the ones to ask.
const furthest = STAGES.toSorted(furthestFirst)

/** Who works on an issue, by how far they are with it. */
export function IssuePeople({ issue }: { issue: string }) {
  const t = useTexts()
  const [{ data, error }, again] = useQuery({
    query: IssuePeopleDocument,
    variables: { filter: { issueIds: [issue] } },
  })
  if (error)
    return <Problem error={error} onRetry={() => again({ requestPolicy: 'network-only' })} />
  if (!data) {
    return (
      <>
        <Loading />
        <RowBones count={6} />
      </>
    )
  }
  const { edges, pageInfo, totalCount } = data.officials
  if (edges.length === 0) return <p className="text-muted">{t.places.noPeople}</p>
  const fits = (work: PersonRowFragment['work'][number]) =>
    work.issue.id === issue || work.issue.parent?.id === issue
  const people = edges.map((edge) => edge.node)
  const at = (stage: Stage) => people.filter((each) => each.work.find(fits)?.stage === stage)
  return (
    <div className="grid gap-6">
      {furthest
        .filter((stage) => at(stage).length > 0)
        .map((stage) => (
          <section key={stage}>
            <h3 className="mb-2 flex flex-wrap items-baseline gap-x-2 font-strong">
              {t.words.stage[stage]}{' '}
              <span className="font-normal text-muted text-small">{t.words.stageMeans[stage]}</span>
            </h3>
            <PersonList people={at(stage)} label={t.words.stage[stage]} fits={fits} />
          </section>
        ))}
      <p>
        <Link to="/directory" search={{ issue: [issue] }} className={buttonLook('other')}>
          {pageInfo.hasNextPage ? t.places.allPeople(totalCount) : t.places.seeInDirectory}
        </Link>
      </p>
    </div>
  )
}
