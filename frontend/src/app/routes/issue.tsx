import { getRouteApi } from '@tanstack/react-router'
import { Issue } from '@/features/issues/issue'
import { NotFound } from '../not-found'

const route = getRouteApi('/issues/$id')

export default function IssueRoute() {
  const { id } = route.useParams()
  return <Issue key={id} id={id} missing={<NotFound />} />
}
