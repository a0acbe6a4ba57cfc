import { getRouteApi } from '@tanstack/react-router'
import { Place } from '@/features/places/place'
import { NotFound } from '../not-found'

const route = getRouteApi('/localities/$id')

export default function LocalityRoute() {
  const { id } = route.useParams()
  return <Place key={id} id={id} missing={<NotFound />} />
}
