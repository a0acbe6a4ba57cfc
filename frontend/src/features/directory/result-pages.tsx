import { Link } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { DirectoryPageDocument, type OfficialFilter, type PersonRowFragment } from '@/gql/graphql'
import { PersonList } from '@/shared/people/person-row'
import { buttonLook } from '@/shared/ui/button'
import { Problem } from '@/shared/ui/problem'
import { Loading, RowBones } from '@/shared/ui/skeleton'
import { useTexts } from '@/texts'

type Props = {
  words: string
  filter: OfficialFilter
  after: string | null
  /** How many pages to show from here on. */
  pages: number
  /** How many pages there are in all once one more is asked for. */
  next: number
  fits: (work: PersonRowFragment['work'][number]) => boolean
}

/** One page of the list and, below it, the pages that follow. */
export function ResultPages({ words, filter, after, pages, next, fits }: Props) {
  const t = useTexts()
  const [{ data, error, fetching }, again] = useQuery({
    query: DirectoryPageDocument,
    variables: { search: words || null, filter, after },
  })
  if (error)
    return <Problem error={error} onRetry={() => again({ requestPolicy: 'network-only' })} />
  if (!data) {
    return (
      <>
        <Loading />
        <RowBones count={20} />
      </>
    )
  }
  const { edges, pageInfo } = data.officials
  return (
    <>
      <div className={fetching ? 'opacity-60 transition-opacity' : undefined}>
        <PersonList people={edges.map((edge) => edge.node)} label={t.directory.list} fits={fits} />
      </div>
      {pageInfo.hasNextPage &&
        (pages > 1 ? (
          <div className="mt-4">
            <ResultPages
              words={words}
              filter={filter}
              after={pageInfo.endCursor}
              pages={pages - 1}
              next={next}
              fits={fits}
            />
          </div>
        ) : (
          <div className="mt-4 text-center">
            <Link
              to="/directory"
              search={(search) => ({ ...search, pages: next })}
              replace
              resetScroll={false}
              className={buttonLook('other')}
            >
              {t.directory.more}
            </Link>
          </div>
        ))}
    </>
  )
}
