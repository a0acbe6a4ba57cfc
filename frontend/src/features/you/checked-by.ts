import type { FieldErrors, FieldValues, Resolver } from 'react-hook-form'
import * as v from 'valibot'

/** Lets a valibot schema check a form: the first thing wrong with each field is said at that field. */
export function checkedBy<Input extends FieldValues, Output extends FieldValues>(
  schema: v.GenericSchema<Input, Output>,
): Resolver<Input, unknown, Output> {
  return (values) => {
    const result = v.safeParse(schema, values)
    if (result.success) return { values: result.output, errors: {} }
    const errors: Record<string, { type: string; message: string }> = {}
    for (const issue of result.issues) {
      const field = String(issue.path?.[0]?.key ?? 'root')
      errors[field] ??= { type: issue.type, message: issue.message }
    }
    return { values: {}, errors: errors as FieldErrors<Input> }
  }
}
