import {
  cacheExchange,
  type KeyingConfig,
  type UpdateResolver,
  type Variables,
} from '@urql/exchange-graphcache'
import { Client, type CombinedError, fetchExchange, mapExchange } from 'urql'
import {
  type RenewSuggestionsMutation,
  type RenewSuggestionsMutationVariables,
  SuggestionsDocument,
} from '@/gql/graphql'
import { csrfToken } from './csrf'
import { patientFetch } from './patient-fetch'

// These have no id of their own: each belongs to the one place where it was read.
const embedded: KeyingConfig = {
  ActiveOn: () => null,
  AlikePlace: () => null,
  Ally: () => null,
  ComparedFact: () => null,
  ContactWay: () => null,
  Evidence: () => null,
  Facet: () => null,
  Help: () => null,
  PeerSuggestion: () => null,
  Reason: () => null,
  Viewer: () => null,
}

// One's own work and profile decide who is suggested, and stand in every list of officials.
// Not when nothing was saved: what is on the page stays as it was read, beside what was typed.
const forgetWhatDepends: UpdateResolver<Record<string, { errors: unknown[] }>, Variables> = (
  result,
  _args,
  cache,
) => {
  if (Object.values(result).some(({ errors }) => errors.length > 0)) return
  for (const { fieldName, arguments: args } of cache.inspectFields('Query')) {
    if (fieldName === 'viewer' || fieldName === 'officials') {
      cache.invalidate('Query', fieldName, args)
    }
  }
}

// Only the list that was asked for is new: it stands in for the one that was read before.
const takeTheNewList: UpdateResolver<
  RenewSuggestionsMutation,
  { input: RenewSuggestionsMutationVariables }
> = ({ renewSuggestions }, { input }, cache) => {
  const viewer = renewSuggestions?.viewer
  if (!viewer?.suggestedPeers) return
  const { issueId, intent } = input
  cache.updateQuery({ query: SuggestionsDocument, variables: { issueId, intent } }, () => ({
    viewer,
  }))
}

function isSignedOut(error: CombinedError): boolean {
  return error.response?.status === 401 || codeOf(error) === 'UNAUTHENTICATED'
}

/** The code of the first error that has one. */
export function codeOf(error: CombinedError): string | undefined {
  const codes = error.graphQLErrors.map((each) => each.extensions.code)
  return codes.find((code): code is string => typeof code === 'string')
}

export function createClient(onSignedOut: () => void): Client {
  return new Client({
    url: '/graphql',
    preferGetMethod: false,
    fetch: patientFetch,
    fetchOptions: () => ({
      credentials: 'same-origin',
      headers: { 'X-CSRFToken': csrfToken() },
    }),
    exchanges: [
      mapExchange({
        onError(error) {
          if (isSignedOut(error)) onSignedOut()
        },
      }),
      cacheExchange({
        keys: embedded,
        updates: {
          Mutation: {
            renewSuggestions: takeTheNewList as UpdateResolver<unknown, Variables>,
            removeWork: forgetWhatDepends as UpdateResolver<unknown, Variables>,
            saveWork: forgetWhatDepends as UpdateResolver<unknown, Variables>,
            updateProfile: forgetWhatDepends as UpdateResolver<unknown, Variables>,
          },
        },
      }),
      fetchExchange,
    ],
  })
}
