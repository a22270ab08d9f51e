/** Names of months and their short forms, in lower case, as dates in captions and bylines write them. */
export const months: readonly string[] = (
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec '
  + 'januar februar märz mai juni juli oktober dezember jänner januari februari maart mei augustus '
  + 'janvier février mars avril juin juillet août septembre octobre novembre décembre '
  + 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre '
  + 'janeiro fevereiro março maio junho julho setembro outubro dezembro gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre'
).split(' ')
