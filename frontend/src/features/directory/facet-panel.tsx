import type { FacetField } from '@/gql/graphql'
import { Bone } from '@/shared/ui/skeleton'
import { FacetGroup } from './facet-group'
import type { Facet } from './facets'

const order: FacetField[] = ['ISSUE', 'STAGE', 'POPULATION_BAND', 'OFFICE_TYPE', 'STATE']

export function FacetPanel({
  facets,
  onToggle,
}: {
  facets: Facet[] | undefined
  onToggle: (facet: Facet) => void
}) {
  if (!facets) {
    return (
      <div aria-hidden="true" className="grid gap-4">
        {['first', 'second', 'third'].map((group) => (
          <Bone key={group} className="h-52" />
        ))}
      </div>
    )
  }
  return (
    <div className="grid gap-6">
      {order.map((field) => (
        <FacetGroup
          key={field}
          field={field}
          facets={facets.filter((facet) => facet.field === field)}
          onToggle={onToggle}
        />
      ))}
    </div>
  )
}
