/** Words and names that dates are made of. */

/** Languages whose names of months are known; the names come from the engine's own data. */
export const monthLanguages: readonly string[] = [
  'en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'cs', 'sk', 'hu', 'ro', 'sv', 'da', 'nb', 'fi', 'et', 'lv', 'lt', 'hr', 'sl', 'ru', 'uk', 'bg', 'sr', 'el', 'tr', 'id', 'vi', 'ca', 'ar', 'fa', 'he', 'hi', 'th',
]

/** Spellings that the engine's data lacks, each with its month, 1–12. */
export const moreMonths: Readonly<Record<string, number>> = {
  sept: 9, jänner: 1, feber: 2, märz: 3, mrz: 3, maerz: 3, mai: 5, okt: 10, dez: 12, setiembre: 9, janv: 1, févr: 2, fev: 2, avr: 4, juil: 7, août: 8, aout: 8, déc: 12, ene: 1, abr: 4, ago: 8, dic: 12, set: 9, out: 10, dez2: 12, gen: 1, mag: 5, giu: 6, lug: 7, ott: 10, mrt: 3, mei: 5,
}

/** What says that a date is the one a text was first published on: words of publishing, and no prepositions. */
export const publishedLabel =
  /\b(?:published|posted|first published|originally published|written|created|released?|uploaded|added|submitted|asked|issued|veröffentlicht|erstellt|publiziert|geschrieben|eingestellt|erschienen|publié|posté|mis en ligne|créé|publicado|publicada|creado|criado|pubblicato|scritto|gepubliceerd|geplaatst|publicerad|opublikowano|dodano|publikováno|vydáno|közzétéve|julkaistu|publisert|udgivet|yayınlanma)\b|опубликовано|опубліковано|дата публикации|δημοσιεύτηκε|发布|發布|发表|公開|掲載|投稿日|作成日|입력|등록/iu
/** What stands before the date of a change. */
export const modifiedLabel =
  /\b(?:updated?|last updated|modified|last modified|edited|revised|reviewed|last reviewed|as of|changed|aktualisiert|zuletzt|geändert|bearbeitet|letzte (?:änderung|aktualisierung)|stand|überarbeitet|mis à jour|mise à jour|modifié|actualizado|actualizada|última actualización|modificado|atualizado|aggiornato|ultimo aggiornamento|bijgewerkt|gewijzigd|uppdaterad|opdateret|oppdatert|päivitetty|zaktualizowano|aktualizacja|aktualizováno|frissítve|güncelleme|güncellendi)|обновлено|изменено|оновлено|更新|수정|업데이트/iu
/** What stands before dates that are no date of the text. */
export const otherLabel =
  /\b(?:copyright|©|last post|latest post|replies|views|since|born|expires?|deadline|due|event|joined|registered|member since|valid|until|through|closing|starts?|ends?|effective|delivery|seit|gültig|bis|geboren|mitglied|beginn|termin|depuis|jusqu|hasta|desde|fino|established|founded|opening|tickets?|season|version|\bv\d)\b/iu
