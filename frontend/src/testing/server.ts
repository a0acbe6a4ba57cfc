import { buildSchema, GraphQLError, graphql } from 'graphql'
import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import schemaText from '../../../schema.graphql?raw'

/** The network of a test: what it does not answer fails the test. */
export const server = setupServer()

/** Requests that nothing answered. */
export const unanswered: string[] = []

/** What a test was asked over GraphQL. */
export type Asked = { operation: string; variables: Record<string, unknown>; request: Request }

const schema = buildSchema(schemaText)

/** A resolver for a root field, or its plain answer. */
type Root = Record<string, unknown>

/**
 * Answers GraphQL as the real schema would: an operation that the schema doesn't know, or an
 * answer that doesn't fit it, is an error. Returns what was asked, in order.
 */
export function answerGraphql(root: Root): Asked[] {
  const asked: Asked[] = []
  server.use(
    http.post('*/graphql', async ({ request }) => {
      const body = (await request.clone().json()) as {
        query: string
        operationName: string
        variables?: Record<string, unknown>
      }
      asked.push({ operation: body.operationName, variables: body.variables ?? {}, request })
      const answer = await graphql({
        schema,
        source: body.query,
        operationName: body.operationName,
        variableValues: body.variables,
        rootValue: root,
      })
      return HttpResponse.json(answer as unknown as Record<string, never>)
    }),
  )
  return asked
}

/** Throw it from a resolver to answer with this code. */
export function failure(code: string, extra: Record<string, unknown> = {}): GraphQLError {
  return new GraphQLError('for people', { extensions: { code, ...extra } })
}
