import { getRouteApi } from '@tanstack/react-router'
import { Place } from '@/features/places/place'
import { useViewer } from '@/shared/viewer/use-viewer'
import { NotFound } from '../not-found'

const route = getRouteApi('/localities/$id')

export default function LocalityRoute() {
  const { id } = route.useParams()
  const { viewer } = useViewer()
  const own = viewer?.official?.locality?.id === id
  const issues = own ? viewer?.official?.work.map((work) => work.issue) : undefined
  return <Place key={id} id={id} ownIssues={issues ?? []} missing={<NotFound />} />
}
