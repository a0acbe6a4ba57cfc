import {
  createBrowserHistory,
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouterHistory,
  stripSearchParams,
} from '@tanstack/react-router'
import type { Client } from 'urql'
import * as v from 'valibot'
import { DirectorySearch, everything } from '@/features/directory/search'
import { suggestionsFor } from '@/features/suggestions/suggestions-for'
import { SuggestionsDocument } from '@/gql/graphql'
import { parseSearch, stringifySearch } from './address'
import { Crash } from './crash'
import { NotFound } from './not-found'
import { Shell } from './shell'

const ForYouSearch = v.object({
  on: v.optional(v.fallback(v.string(), '')),
  intent: v.optional(v.fallback(v.picklist(['LEARN', 'COLLABORATE']), 'LEARN')),
})

const SignInSearch = v.object({ next: v.optional(v.fallback(v.string(), '')) })

const root = createRootRouteWithContext<{ client: Client }>()({
  component: Shell,
  notFoundComponent: NotFound,
})

const forYou = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: ForYouSearch,
  loaderDeps: ({ search }) => search,
  // Asked for while the code of the page is still on its way; the page then finds it under way.
  loader: ({ context, deps }) => {
    void context.client.query(SuggestionsDocument, suggestionsFor(deps.on, deps.intent)).toPromise()
  },
  component: lazyRouteComponent(() => import('./routes/for-you')),
})

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: SignInSearch,
  component: lazyRouteComponent(() => import('./routes/sign-in')),
})

const directory = createRoute({
  getParentRoute: () => root,
  path: '/directory',
  validateSearch: DirectorySearch,
  search: { middlewares: [stripSearchParams(everything)] },
  component: lazyRouteComponent(() => import('./routes/directory')),
})

const official = createRoute({
  getParentRoute: () => root,
  path: '/officials/$id',
  component: lazyRouteComponent(() => import('./routes/official')),
})

const locality = createRoute({
  getParentRoute: () => root,
  path: '/localities/$id',
  component: lazyRouteComponent(() => import('./routes/locality')),
})

const issue = createRoute({
  getParentRoute: () => root,
  path: '/issues/$id',
  component: lazyRouteComponent(() => import('./routes/issue')),
})

const you = createRoute({
  getParentRoute: () => root,
  path: '/you',
  component: lazyRouteComponent(() => import('./routes/you')),
})

export function createAppRouter(client: Client, history: RouterHistory = createBrowserHistory()) {
  return createRouter({
    history,
    context: { client },
    routeTree: root.addChildren([forYou, signIn, directory, official, locality, issue, you]),
    parseSearch,
    stringifySearch,
    scrollRestoration: true,
    defaultPreload: 'intent',
    defaultErrorComponent: Crash,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>
  }
}
