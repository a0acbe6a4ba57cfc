import { getRouteApi } from '@tanstack/react-router'
import { Official } from '@/features/officials/official'
import { useViewer } from '@/shared/viewer/use-viewer'
import { NotFound } from '../not-found'

const route = getRouteApi('/officials/$id')

export default function OfficialRoute() {
  const { id } = route.useParams()
  const { viewer } = useViewer()
  return <Official key={id} id={id} viewer={viewer?.official ?? undefined} missing={<NotFound />} />
}
