import type { CodegenConfig } from '@graphql-codegen/cli'

// The schema is the server's own export; the operations live beside the feature that uses them.
const config: CodegenConfig = {
  schema: '../schema.graphql',
  documents: 'src/**/*.graphql',
  generates: {
    'src/gql/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        useTypeImports: true,
        scalars: { Date: 'string' },
        defaultScalarType: 'unknown',
        enumsAsTypes: true,
      },
    },
  },
}

export default config
