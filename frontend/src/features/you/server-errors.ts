import type { FieldValues, Path, UseFormReturn } from 'react-hook-form'
import type { FieldErrorFragment } from '@/gql/graphql'

/** Puts what the server found wrong at the field it is about; the rest goes above the form. */
export function placeErrors<Values extends FieldValues, Output>(
  form: UseFormReturn<Values, unknown, Output>,
  errors: FieldErrorFragment[],
): void {
  const fields = Object.keys(form.getValues())
  for (const { field, code, message } of errors) {
    const place = field && fields.includes(field) ? (field as Path<Values>) : 'root.server'
    form.setError(place, { type: code, message }, { shouldFocus: true })
  }
}
