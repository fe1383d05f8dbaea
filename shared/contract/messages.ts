import type { Rejection } from './refusals.ts';

/**
 * What each refusal says to a person: what happened, whether anything was saved, what to do.
 * Forgetting one does not compile.
 */
export const messageOf: Readonly<Record<Rejection, string>> = {
  not_signed_in:
    'Votre session est terminée. Reconnectez-vous\u00A0: ce que vous avez saisi est gardé sur cet appareil.',
  not_permitted: 'Votre rôle ne permet pas cette action. Rien n’a été enregistré.',
  wrong_origin: 'Cette demande ne vient pas du portail. Rien n’a été enregistré.',
  not_found: 'Cet élément n’existe pas, ou vous n’y avez pas accès.',
  input_invalid: 'Certaines informations sont à corriger. Rien n’a été enregistré.',
  body_unreadable: 'La demande est illisible. Rien n’a été enregistré.',
  body_too_large: 'Ce fichier ou cette demande est trop grand. Rien n’a été enregistré.',
  media_type_unsupported: 'Ce type de contenu n’est pas accepté. Rien n’a été enregistré.',
  entry_id_reused:
    'Cette écriture a déjà été enregistrée avec un autre contenu. Rechargez la page pour la voir.',
  fiscal_year_closed: 'Cet exercice est clos\u00A0: plus aucune écriture ne peut y entrer.',
  fiscal_year_already_open: 'Cet exercice est déjà ouvert avec d’autres montants.',
  date_outside_fiscal_year: 'Cette date n’est dans aucun exercice ouvert de la coopérative.',
  date_in_future: 'Cette date est dans le futur. Gardez un brouillon en attendant.',
  too_few_lines: 'Une écriture a au moins deux lignes.',
  account_unknown: 'Ce compte n’est pas dans le plan comptable de la coopérative.',
  account_not_allowed:
    'Ce compte ne convient pas ici\u00A0: choisissez une dépense pour l’argent sorti, une recette pour l’argent entré.',
  accounts_identical:
    'Un virement interne va d’un compte à un autre\u00A0: choisissez deux comptes différents.',
  amount_not_positive: 'Chaque montant doit être supérieur à zéro.',
  unbalanced: 'Les montants ne s’équilibrent pas. Rien n’a été enregistré.',
  cash_negative: 'La caisse ne contient pas assez d’espèces pour cette opération.',
  draft_changed:
    'Ce brouillon a été modifié entre-temps par quelqu’un d’autre. Votre saisie n’est pas perdue\u00A0: comparez avant d’enregistrer.',
  already_reversed: 'Cette écriture a déjà été annulée.',
  entry_not_posted: 'Cette écriture n’est pas validée\u00A0: modifiez le brouillon directement.',
  entry_matched:
    'Cette écriture est rapprochée d’une ligne de la banque\u00A0: annulez d’abord le rapprochement.',
  voucher_missing: 'Joignez une pièce justificative, ou dites pourquoi il n’y en a pas.',
  cheque_number_missing: 'Indiquez le numéro du chèque.',
  attachment_unknown: 'Une pièce jointe n’a pas été retrouvée\u00A0: joignez-la de nouveau.',
  attachment_id_reused:
    'Cette pièce jointe a déjà été annoncée pour un autre fichier. Joignez le fichier de nouveau.',
  attachment_not_sent: 'Le fichier n’est pas encore arrivé. Réessayez l’envoi.',
  attachment_type_unknown: 'Ce fichier n’est ni une photo (JPEG, PNG, WebP) ni un PDF.',
  attachment_too_large: 'Ce fichier dépasse 10 Mo.',
  attachment_damaged: 'Ce fichier est abîmé ou protégé\u00A0: il ne peut pas être lu.',
  attachment_type_mismatch:
    'Ce fichier n’est pas du type que son nom annonce. Enregistrez-le de nouveau en photo ou en PDF.',
  attachment_too_many_pixels:
    'Cette photo a plus de 40 millions de points. Réduisez-la, ou prenez-la de nouveau.',
  attachment_active:
    'Ce PDF contient un programme, un formulaire ou un autre fichier. Imprimez-le en PDF, ou photographiez-le.',
  collection_id_reused: 'Cette collecte existe déjà avec un autre contenu.',
  collection_closed: 'Cette collecte est terminée.',
  family_unknown: 'Cette famille n’est pas dans la liste de la collecte.',
  payment_id_reused: 'Ce paiement a déjà été noté avec un autre contenu.',
  payment_not_depositable:
    'L’un de ces paiements est déjà comptabilisé, ou n’est pas de ce type. Rechargez la page.',
  instalments_unequal:
    'La somme des échéances n’est pas le montant demandé. Corrigez l’une des échéances.',
  payment_page_refused:
    'Cette adresse n’est pas une page de la plateforme choisie. Copiez l’adresse de la page de paiement, qui commence par https://.',
  family_id_reused:
    'Cette famille existe déjà dans la collecte, avec d’autres indications. Rechargez la page.',
  family_has_money:
    'Cette famille a déjà payé\u00A0: elle ne peut pas être retirée. Déplacez ou remboursez d’abord son paiement.',
  seats_full: 'Il ne reste plus de place. Rien n’a été réservé.',
  capacity_too_small: 'Plus de places sont déjà confirmées. Indiquez un nombre plus grand.',
  payment_not_movable:
    'Ce paiement ne peut pas être déplacé\u00A0: il n’est pas reçu, ou il a changé entre-temps. Rien n’a été changé.',
  payment_not_refundable:
    'L’un de ces paiements ne peut pas être remboursé ainsi. Rien n’a été enregistré\u00A0: rechargez la page.',
  refund_too_large: 'Ce montant dépasse ce qui reste de ce paiement. Rien n’a été enregistré.',
  credit_too_small: 'Ce montant dépasse le trop-perçu de la famille. Rien n’a été enregistré.',
  more_than_owed:
    'Cette collecte est terminée\u00A0: la famille n’y doit que la somme à régulariser. Rien n’a été enregistré.',
  carry_id_reused: 'Ce report existe déjà avec un autre contenu. Rechargez la page.',
  cheque_not_returnable:
    'Ce chèque n’est pas dans une remise enregistrée, ou son rejet est déjà noté.',
  payout_settled: 'Ce versement a déjà son écriture.',
  entry_not_linkable:
    'Cette écriture ne peut pas être celle de ce versement\u00A0: il faut le même montant en banque, et aucun autre versement.',
  event_settled: 'Ce message est déjà traité\u00A0: il n’y a rien à rejouer. Rechargez la page.',
  endpoint_id_reused:
    'Cette adresse existe déjà avec d’autres réglages. Rechargez la page et recommencez.',
  secret_unusable:
    'Ce secret ne protège rien\u00A0: il faut au moins 16 caractères, sans espace, tels que la plateforme les donne. Copiez-le de nouveau.',
  secret_not_used: 'Cette plateforme ne signe pas ses messages\u00A0: elle n’a pas de secret.',
  account_wrong:
    'Ce numéro ou ce nom de compte n’est pas écrit comme la plateforme l’écrit. Copiez-le depuis la plateforme, sans adresse web.',
  platform_account_taken:
    'Ce compte de la plateforme est déjà relié à une coopérative. Un compte ne sert qu’une coopérative\u00A0: vérifiez avec le siège.',
  endpoint_disabled:
    'Cette plateforme est débranchée pour de bon. Reliez-la de nouveau\u00A0: elle aura une nouvelle adresse.',
  api_key_unusable:
    'Cette clé d’accès n’est pas écrite comme la plateforme l’écrit. Copiez-la de nouveau, sans espace.',
  report_unreadable:
    'Ce fichier n’est ni un CSV ni un classeur Excel lisible. Téléchargez-le de nouveau depuis la plateforme.',
  report_too_large:
    'Ce fichier est trop grand\u00A0: au plus 4\u00A0Mo et 20\u202F000 lignes. Exportez une période plus courte.',
  report_empty: 'Ce fichier ne contient aucune ligne.',
  report_other_platform:
    'Ce fichier vient d’une autre plateforme que celle choisie. Rien n’a été importé\u00A0: choisissez sa plateforme, puis redonnez-le.',
  report_rows_wrong:
    'Des lignes de ce fichier ne peuvent pas être lues\u00A0: rien n’a été importé. Corrigez-les ou exportez de nouveau.',
  report_columns_wrong: 'Les colonnes choisies ne conviennent pas à ce fichier. Vérifiez-les.',
  bank_account_id_reused: 'Ce compte bancaire existe déjà avec une autre référence.',
  bank_account_number_taken:
    'Un compte bancaire de la coopérative est déjà rattaché à ce compte du plan comptable. Rien n’a été enregistré.',
  bank_account_not_replaceable:
    'Ce compte ne peut pas en remplacer un autre\u00A0: l’ancien l’est déjà, ou celui d’avant n’est pas encore clos. Rien n’a été enregistré.',
  opening_day_missing: 'Indiquez le jour d’ouverture du nouveau compte. Rien n’a été enregistré.',
  iban_wrong:
    'Cet IBAN n’existe pas\u00A0: un chiffre ou une lettre a été mal recopié. Vérifiez-le sur le RIB.',
  bank_account_changed:
    'Ce compte a été modifié par quelqu’un d’autre. Rechargez la page, puis recommencez.',
  bank_account_closed: 'Ce compte est clos\u00A0: il ne change plus.',
  closing_day_wrong:
    'Un compte se clôt au plus tôt le jour de sa dernière opération, et au plus tard aujourd’hui.',
  bank_account_lines_open:
    'Des lignes du relevé ou des écritures restent à rapprocher. Rapprochez-les, puis clôturez le compte.',
  bank_account_not_empty:
    'Il reste de l’argent sur ce compte, à la banque ou dans le journal. Videz-le d’abord.',
  opening_item_in_books:
    'Cette date est dans un exercice tenu ici\u00A0: notez plutôt l’écriture dans le journal.',
  opening_item_id_reused: 'Ce chèque ou ce dépôt a déjà été déclaré autrement. Rechargez la page.',
  opening_item_matched: 'Une ligne du relevé y répond déjà. Défaites d’abord le rapprochement.',
  statement_too_large:
    'Ce fichier est trop grand pour un relevé (4 Mo et 20 000 opérations au plus). Choisissez une période plus courte. Rien n’a été importé.',
  statement_unreadable: 'Ce fichier n’a pas pu être lu. Rien n’a été importé.',
  statement_truncated:
    'Ce fichier est incomplet\u00A0: il s’arrête avant la fin du relevé. Téléchargez-le de nouveau. Rien n’a été importé.',
  statement_empty: 'Ce fichier est vide, ou ne contient aucun relevé. Rien n’a été importé.',
  statement_format_unknown:
    'Ce fichier n’est pas un relevé que nous savons lire. Demandez à votre banque un fichier OFX, CFONB 120, CAMT, QIF, MT940, CSV ou Excel. Rien n’a été importé.',
  statement_pdf:
    'Un relevé PDF ne peut pas être importé. Sur le site de votre banque, téléchargez plutôt les opérations au format OFX, CFONB 120 ou CSV. Rien n’a été importé.',
  statement_xml_unsafe:
    'Ce fichier XML contient des déclarations (DTD) qu’aucun relevé de banque ne contient. Il est refusé par sécurité. Rien n’a été importé.',
  statement_archive_unsafe:
    'Cette archive ZIP est trop volumineuse une fois décompressée, contient trop de fichiers, une autre archive, ou autre chose que de simples fichiers. Importez les relevés un par un. Rien n’a été importé.',
  statement_archive_locked:
    'Cette archive ZIP est protégée par un mot de passe. Ouvrez-la sur votre ordinateur, puis importez les relevés un par un. Rien n’a été importé.',
  statement_needs_date_order:
    'Les dates de ce fichier peuvent se lire de deux façons. Dites si le jour ou le mois est écrit en premier. Rien n’a été importé.',
  statement_needs_columns:
    'Ce tableau n’est pas celui d’une banque que nous connaissons. Dites ce que contient chaque colonne. Rien n’a été importé.',
  statement_other_account: 'Ce relevé est celui d’un autre compte. Rien n’a été importé.',
  statement_currency: 'Ce relevé n’est pas en euros. Rien n’a été importé.',
  statement_balance_gap:
    'Le solde de départ plus les opérations ne donne pas le solde final. Rien n’a été importé.',
  statement_before_books:
    'Ce relevé est d’avant le premier exercice de la coopérative\u00A0: ses opérations sont déjà dans le report au 1er septembre. Rien n’a été importé.',
  statement_year_closed:
    'Ce relevé est celui d’un exercice clos\u00A0: plus rien ne peut y être écrit. Rien n’a été importé.',
  line_unknown: 'Cette ligne du relevé n’existe pas.',
  statement_lines_matched:
    'Des lignes de ce fichier sont déjà rapprochées. Défaites ces rapprochements, puis répondez à nouveau. Rien n’a changé.',
  line_already_matched: 'Cette ligne est déjà rapprochée. Rechargez la page.',
  entry_already_matched: 'Cette écriture est déjà rapprochée. Rechargez la page.',
  amounts_differ: 'Les deux montants sont différents\u00A0: ce rapprochement n’est pas possible.',
  match_id_reused: 'Ce rapprochement a déjà été fait autrement. Rechargez la page pour le voir.',
  entry_not_matchable:
    'Un report à nouveau, une écriture annulée ou son annulation ne se rapprochent pas d’une ligne du relevé.',
  crf_controls_blocking: 'Un contrôle empêche le dépôt\u00A0: corrigez les points en rouge.',
  crf_already_submitted: 'Ce CRF est déjà déposé.',
  crf_not_submitted: 'Ce CRF n’est pas en attente d’une décision.',
  reason_missing: 'Dites pourquoi, en une phrase.',
  quitus_id_reused: 'Cette invitation existe déjà pour un autre vérificateur.',
  verifier_already_signed: 'Ce quitus est déjà signé.',
  link_invalid: 'Ce lien n’est plus valable. Demandez-en un nouveau à la coopérative.',
  export_id_reused: 'Cet export existe déjà pour un autre exercice.',
  handover_date_past: 'Le dernier jour du mandat ne peut pas être passé.',
  successor_is_self: 'La personne qui reprend le mandat doit être une autre personne.',
};
