import type { FieldPlaces } from './csv-scan';

/** The places of fields that are kept, as in a file that is edited. */
export function knownFields(firstFields: Uint32Array, fieldEnds: Uint32Array): FieldPlaces {
  return {
    firstFields,
    fieldEnds,
    countOf: (record) => (firstFields[record + 1] ?? 0) - (firstFields[record] ?? 0),
    endsOf: (record) => fieldEnds.subarray(firstFields[record], firstFields[record + 1]),
    endOf: (record) => fieldEnds[(firstFields[record + 1] ?? 0) - 1] ?? 0,
  };
}
