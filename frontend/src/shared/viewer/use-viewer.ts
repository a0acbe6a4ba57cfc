import { useQuery } from 'urql'
import { ViewerDocument } from '@/gql/graphql'

/** Whoever is signed in; undefined while it is being read. */
export function useViewer() {
  const [{ data }] = useQuery({ query: ViewerDocument })
  return data?.viewer
}
