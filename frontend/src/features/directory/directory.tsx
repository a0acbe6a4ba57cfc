import { useQuery } from 'urql'
import { DirectoryCountDocument, type PersonRowFragment } from '@/gql/graphql'
import { Button } from '@/shared/ui/button'
import { Empty } from '@/shared/ui/page'
import { Problem } from '@/shared/ui/problem'
import { useTexts } from '@/texts'
import { ChosenChips } from './chosen-chips'
import { FacetPanel } from './facet-panel'
import { FacetSheet } from './facet-sheet'
import { type Facet, facetsOf } from './facets'
import { ResultPages } from './result-pages'
import { countChosen, type DirectorySearch, everything, filterOf, toggled } from './search'
import { SearchField } from './search-field'

type Props = {
  search: DirectorySearch
  /** Changes the address; `typing` makes no new step in the browser's history. */
  onSearch: (search: DirectorySearch, typing: boolean) => void
}

/** Everyone in the network whom this viewer may see, to search and to narrow. */
export function Directory({ search, onSearch }: Props) {
  const t = useTexts()
  const filter = filterOf(search)
  const [{ data, error }, again] = useQuery({
    query: DirectoryCountDocument,
    variables: { search: search.q || null, filter },
  })
  const count = data?.officials.totalCount
  const facets = data && facetsOf(data.officials.facets, search)
  const chosen = countChosen(search)
  const toggle = (facet: Facet) => onSearch(toggled(search, facet.field, facet.value), false)
  const clear = () => onSearch(everything, false)
  const fits = ({ issue, stage }: PersonRowFragment['work'][number]) =>
    [issue.id, issue.parent?.id].some((id) => id !== undefined && search.issue.includes(id)) ||
    search.stage.includes(stage)
  const panel = <FacetPanel facets={facets} onToggle={toggle} />

  return (
    <div className="grid gap-x-9 lg:grid-cols-[14.5rem_minmax(0,1fr)]">
      <aside aria-label={t.directory.filters} className="hidden lg:block">
        {panel}
      </aside>
      <div className="min-w-0">
        <h1 tabIndex={-1} className="sr-only">
          {t.directory.title}
        </h1>
        <div className="flex gap-2">
          <div className="grow">
            <SearchField
              words={search.q}
              onWords={(q) => onSearch({ ...search, q, pages: 1 }, true)}
            />
          </div>
          <FacetSheet chosen={chosen} count={count}>
            {panel}
          </FacetSheet>
        </div>
        <div className="mt-4 mb-3 flex min-h-9 flex-wrap items-center gap-x-4 gap-y-2">
          <p role="status" className="serif-heading text-section">
            {count === undefined ? '' : t.directory.found(count)}
          </p>
          <ChosenChips
            words={search.q}
            facets={facets ?? []}
            onToggle={toggle}
            onClearWords={() => onSearch({ ...search, q: '', pages: 1 }, false)}
            onClearAll={clear}
          />
        </div>
        {error ? (
          <Problem error={error} onRetry={() => again({ requestPolicy: 'network-only' })} />
        ) : count === 0 ? (
          chosen === 0 && !search.q ? (
            <Empty title={t.directory.nobodyTitle} text={t.directory.nobody} />
          ) : (
            <Empty title={t.directory.emptyTitle} text={t.directory.empty}>
              <Button look="main" onClick={clear}>
                {t.directory.clearAll}
              </Button>
            </Empty>
          )
        ) : (
          <ResultPages
            words={search.q}
            filter={filter}
            after={null}
            pages={search.pages}
            next={search.pages + 1}
            fits={fits}
          />
        )}
      </div>
    </div>
  )
}
