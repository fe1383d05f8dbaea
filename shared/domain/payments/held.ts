/**
 * Why a message or a payout waits, in French for the inbox and the list of payouts: what happened,
 * that nothing is lost, what to do.
 */
export const heldBecause = {
  payment_without_collection:
    'Ce paiement ne correspond à aucune collecte ouverte. Il est gardé : ouvrez la collecte du même nom, ou vérifiez la référence de la famille.',
  payout_payment_without_collection:
    'L’un des paiements de ce versement ne correspond à aucune collecte. L’écriture se fera dès que la collecte sera ouverte.',
  lines_missing:
    'La plateforme n’a pas encore donné le détail de ce versement. L’écriture se fera quand il arrivera.',
  lines_unbalanced:
    'Le détail du versement ne donne pas le montant versé, au centime près. Aucune écriture n’est passée : demandez un détail exact à la plateforme.',
  lines_repeated:
    'Le détail du versement contient deux fois le même mouvement. Aucune écriture n’est passée.',
  fee_differs:
    'La commission annoncée n’est pas celle du détail. Aucune écriture n’est passée : demandez un détail exact à la plateforme.',
  adjustment_unexplained:
    'Ce versement contient un ajustement que la plateforme n’explique pas. Passez l’écriture à la main avec le siège.',
  nothing_to_book: 'Ce versement est nul : il n’y a rien à écrire.',
  not_itemised:
    'Ce versement a été demandé à la main sur la plateforme, qui n’en donne pas le détail. Passez l’écriture à la main.',
  platform_refused:
    'La plateforme a refusé de donner le détail de ce versement. Vérifiez la clé d’accès avec le siège.',
  year_not_open:
    'Aucun exercice ouvert ne peut recevoir cette écriture. Ouvrez l’exercice : elle se fera ensuite.',
  payout_changed_after_entry:
    'La plateforme annonce un autre montant après l’écriture. L’écriture reste : vérifiez avec la plateforme.',
  failed_after_entry:
    'La plateforme dit que ce versement a échoué après son écriture. L’écriture reste : contre-passez-la si l’argent n’est pas arrivé.',
  amount_conflict:
    'La plateforme a donné deux montants différents pour le même paiement. Le premier est gardé : vérifiez avec elle.',
  refund_too_large:
    'Le remboursement annoncé dépasse le paiement. Rien n’a changé : vérifiez avec la plateforme.',
  in_another_payout:
    'Un paiement de ce versement est déjà dans un autre versement. Aucune écriture n’est passée.',
  entry_refused:
    'L’écriture de ce versement a été refusée par la comptabilité. Passez-la à la main avec le siège.',
} as const satisfies Readonly<Record<string, string>>;

export type HeldReason = keyof typeof heldBecause;

/** Why a message could not be understood at all; it is kept as it came. */
export const failedBecause = {
  unreadable: 'Ce message ne respecte pas le format convenu. Il est gardé tel quel.',
  other_currency: 'Ce message n’est pas en euros. Il est gardé sans effet.',
  other_account: 'Ce message concerne un autre compte de la plateforme. Il est gardé sans effet.',
} as const satisfies Readonly<Record<string, string>>;

export type FailedReason = keyof typeof failedBecause;
