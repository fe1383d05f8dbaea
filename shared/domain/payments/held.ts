/**
 * Why a message or a payout waits, in French for the inbox and the list of payouts: what happened,
 * that nothing is lost, what to do.
 */
export const heldBecause = {
  payment_without_collection:
    'Ce paiement ne correspond à aucune collecte ouverte. Il est gardé\u00A0: ouvrez la collecte du même nom, ou vérifiez la référence de la famille.',
  payout_payment_without_collection:
    'L’un des paiements de ce versement ne correspond à aucune collecte. L’écriture se fera dès que la collecte sera ouverte.',
  lines_missing:
    'La plateforme n’a pas encore donné le détail de ce versement. L’écriture se fera quand il arrivera.',
  lines_unbalanced:
    'Le détail du versement ne donne pas le montant versé, au centime près. Aucune écriture n’est passée\u00A0: demandez un détail exact à la plateforme.',
  lines_repeated:
    'Le détail du versement contient deux fois le même mouvement. Aucune écriture n’est passée.',
  fee_differs:
    'La commission annoncée n’est pas celle du détail. Aucune écriture n’est passée\u00A0: demandez un détail exact à la plateforme.',
  adjustment_unexplained:
    'Ce versement contient un ajustement que la plateforme n’explique pas. Passez l’écriture à la main avec le siège.',
  not_itemised:
    'Ce versement a été demandé à la main sur la plateforme, qui n’en donne pas le détail. Passez l’écriture à la main, puis liez-la à ce versement.',
  platform_refused:
    'La plateforme a refusé de donner le détail de ce versement. Vérifiez la clé d’accès sur la plateforme, changez-la dans Plateformes reliées au besoin, puis rejouez ce message.',
  year_not_open:
    'Aucun exercice ouvert ne peut recevoir cette écriture. Ouvrez l’exercice\u00A0: elle se fera ensuite.',
  payout_changed_after_entry:
    'La plateforme annonce un autre montant après l’écriture. L’écriture reste\u00A0: vérifiez avec la plateforme.',
  failed_after_entry:
    'La plateforme dit que ce versement a échoué, mais son écriture est rapprochée d’une ligne de la banque. Rien n’a changé\u00A0: vérifiez le relevé, puis défaites le rapprochement si l’argent n’est pas arrivé.',
  duplicate_suspected:
    'Une recette du même montant a été saisie à la main à quelques jours près. Aucune écriture n’est passée\u00A0: dites si c’est le même argent.',
  linked_entry_changed:
    'L’écriture choisie pour ce versement ne convient pas\u00A0: contre-passée, déjà liée à un autre versement, ou d’un autre montant en banque. Choisissez de nouveau.',
  amount_conflict:
    'La plateforme a donné deux montants différents pour le même paiement. Le premier est gardé\u00A0: vérifiez avec elle.',
  refund_too_large:
    'Le remboursement annoncé dépasse le paiement. Rien n’a changé\u00A0: vérifiez avec la plateforme.',
  in_another_payout:
    'Un paiement de ce versement est déjà dans un autre versement. Aucune écriture n’est passée.',
  perhaps_known:
    'Un paiement du même montant, le même jour, est déjà connu sous un autre numéro\u00A0: une fois par un fichier, une fois par un message. Rien n’est compté ni écrit deux fois\u00A0: dites si c’est le même paiement.',
  partly_known:
    'Vous avez dit que c’est le même paiement, mais une partie seulement de ce versement est déjà connue. Aucune écriture n’est passée\u00A0: passez-la à la main avec le siège.',
  body_conflict:
    'Ce message porte le numéro d’un autre, avec un autre contenu. Le premier fait foi, celui-ci est gardé sans effet\u00A0: vérifiez avec la plateforme.',
  endpoint_paused:
    'La réception de cette plateforme est en pause. Le message est gardé\u00A0: il sera traité à la reprise.',
  access_missing:
    'Ce message doit être vérifié auprès de la plateforme, et il manque la clé pour la lire. Ajoutez la clé d’accès dans Plateformes reliées\u00A0: il sera traité ensuite.',
  refused_after_paid:
    'La plateforme dit refusé ou annulé un paiement qu’elle avait dit accepté. Rien n’a changé\u00A0: vérifiez avec elle.',
  refund_of_unknown:
    'Ce remboursement ne dit pas quel paiement il rend. Il est gardé\u00A0: vérifiez avec la plateforme.',
  entry_refused:
    'L’écriture de ce versement a été refusée par la comptabilité. Passez-la à la main avec le siège.',
} as const satisfies Readonly<Record<string, string>>;

export type HeldReason = keyof typeof heldBecause;

/** Why a message could not be understood at all; it is kept as it came. */
export const failedBecause = {
  unreadable:
    'Message illisible\u00A0: il ne respecte pas le format convenu. Il est gardé tel quel.',
  other_currency: 'Ce message n’est pas en euros. Il est gardé sans effet.',
  other_mode:
    'Ce message vient de l’autre environnement de la plateforme (essai ou réel). Il est gardé sans effet.',
  unknown_to_platform:
    'La plateforme ne connaît pas ce paiement\u00A0: le message est peut-être faux. Il est gardé sans effet.',
  account_changes:
    'La plateforme annonce un autre nom de compte. Le rattachement n’a pas changé\u00A0: confirmez-le avec le siège.',
  other_account: 'Ce message concerne un autre compte de la plateforme. Il est gardé sans effet.',
} as const satisfies Readonly<Record<string, string>>;

export type FailedReason = keyof typeof failedBecause;

/** Why there is nothing to do with a message, where that is worth saying. */
export const ignoredBecause = {
  paid_offline:
    'Paiement par chèque ou en espèces, noté sur la plateforme. Il ne sera dans aucun versement\u00A0: notez-le dans la collecte.',
  same_payment:
    'Vous avez dit que c’est le même paiement\u00A0: il est déjà compté. Ce message est mis de côté, et gardé.',
} as const satisfies Readonly<Record<string, string>>;

export type IgnoredReason = keyof typeof ignoredBecause;
