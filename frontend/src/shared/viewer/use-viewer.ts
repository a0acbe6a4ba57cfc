import { useQuery } from 'urql'
import { ViewerDocument } from '@/gql/graphql'

/** Whoever is signed in; `viewer` is undefined while that is being read, or when it can't be. */
export function useViewer() {
  const [{ data, error }, read] = useQuery({ query: ViewerDocument })
  const viewer = data?.viewer
  return {
    viewer,
    problem: viewer ? undefined : error,
    readAgain: () => read({ requestPolicy: 'network-only' }),
  }
}
