import type { Dice } from './dice.ts';

const surnames =
  'MARTIN BERNARD THOMAS PETIT ROBERT RICHARD DURAND DUBOIS MOREAU LAURENT SIMON MICHEL LEFEBVRE LEROY ROUX DAVID BERTRAND MOREL FOURNIER GIRARD BONNET DUPONT LAMBERT FONTAINE ROUSSEAU VINCENT MULLER LEFÈVRE FAURE ANDRÉ MERCIER BLANC GUÉRIN BOYER GARNIER CHEVALIER FRANÇOIS LEGRAND GAUTHIER GARCIA PERRIN ROBIN CLÉMENT MORIN NICOLAS HENRY ROUSSEL MATHIEU GAUTIER MASSON MARCHAND DUVAL DENIS DUMONT MARIE LEMAIRE NOËL MEYER DUFOUR MEUNIER BRUN BLANCHARD GIRAUD JOLY RIVIÈRE LUCAS BRUNET GAILLARD BARBIER ARNAUD MARTINEZ GÉRARD ROCHE RENARD SCHMITT ROY LEROUX COLIN VIDAL CARON PICARD ROGER FABRE AUBERT LEMOINE RENAUD DUMAS LACROIX OLIVIER PHILIPPE BOURGEOIS PIERRE BENOÎT REY LECLERC PAYET ROLLAND LECLERCQ GUILLAUME LECOMTE LOPEZ JEAN DUPUY GUILLOT HUBERT BERGER CARPENTIER SANCHEZ DUPUIS MOULIN LOUIS DESCHAMPS HUET VASSEUR PEREZ BOUCHER FLEURY ROYER KLEIN JACQUET ADAM PARIS POIRIER MARTY AUBRY GUYOT CARRÉ CHARLES RENAULT CHARPENTIER MÉNARD MAILLARD BARON BERTIN BAILLY HERVÉ SCHNEIDER FERNANDEZ COLLET LÉGER BOUVIER JULIEN PRÉVOST MILLET PERROT DANIEL COUSIN GERMAIN BRETON REMY NGUYEN DIALLO BENALI DA-SILVA EL-AMRANI KOWALSKI STRAUß'.split(
    ' ',
  );
const firstNames =
  'Léa Emma Louis Jade Hugo Chloé Lucas Inès Nathan Manon Adam Camille Sarah Raphaël Zoé Théo Anaïs Mohamed Julie Karim Sophie Élodie Nicolas Aurélie Stéphane Céline François Fatima Guillaume Laëtitia'.split(
    ' ',
  );

/** A family as the school knows it, and as its bank does. */
export interface Family {
  readonly pupilName: string;
  /** The holder of the account that pays: often, not always, of the same name. */
  readonly payerName: string;
}

export const familiesOf = (dice: Dice, count: number, otherNames: number): readonly Family[] =>
  Array.from({ length: count }, () => {
    const pupilName = dice.pick(surnames).replace('-', ' ');
    const holder = dice.chance(otherNames) ? dice.pick(surnames).replace('-', ' ') : pupilName;
    const title = dice.pick(['M ', 'MME ', 'M OU MME ', 'MLLE ', '', '']);
    const first = dice.pick(firstNames);
    const payerName = dice.chance(0.5)
      ? `${title}${holder} ${first}`
      : `${title}${first} ${holder}`;
    return { pupilName, payerName };
  });

/** Who the cooperative pays, how, and what for. */
export interface Supplier {
  readonly name: string;
  /** As the bank writes it, when not by its name. */
  readonly bankName?: string;
  readonly what: string;
  readonly means: readonly ('cheque' | 'transferOut' | 'card' | 'directDebit')[];
  /** A price in euros, times a number of pupils; or any amount below `upTo`. */
  readonly price?: number;
  readonly upTo?: number;
}

export const suppliers: readonly Supplier[] = [
  {
    name: 'Musée des Beaux-Arts',
    bankName: 'REGIE MUSEES VILLE',
    what: 'entrées',
    means: ['cheque', 'transferOut'],
    price: 4,
  },
  {
    name: 'Cars Girardot',
    bankName: 'SARL GIRARDOT TRANSPORTS',
    what: 'car',
    means: ['cheque', 'transferOut'],
    price: 150,
  },
  { name: 'Decitre', what: 'livres', means: ['card', 'cheque'], upTo: 180 },
  {
    name: 'Pichon',
    bankName: 'PAPETERIES PICHON SAS',
    what: 'fournitures',
    means: ['cheque', 'transferOut'],
    upTo: 320,
  },
  {
    name: 'Carrefour',
    bankName: 'CARREFOUR MARKET',
    what: 'goûter',
    means: ['card', 'card', 'cheque'],
    upTo: 90,
  },
  {
    name: 'Jardinerie Botanic',
    bankName: 'BOTANIC',
    what: 'plantations',
    means: ['card', 'cheque'],
    upTo: 70,
  },
  {
    name: 'École des loisirs',
    bankName: 'ECOLE DES LOISIRS',
    what: 'abonnements',
    means: ['cheque', 'transferOut'],
    price: 34,
  },
  {
    name: 'Piscine municipale',
    bankName: 'TRESOR PUBLIC',
    what: 'entrées',
    means: ['cheque'],
    price: 3,
  },
  {
    name: 'Photographe Klein',
    bankName: 'KLEIN PHOTO',
    what: 'photos de classe',
    means: ['cheque', 'transferOut'],
    upTo: 900,
  },
  {
    name: 'Remboursement maîtresse',
    bankName: 'MME ROCHE ISABELLE',
    what: 'petit matériel',
    means: ['cheque', 'transferOut'],
    upTo: 60,
  },
  {
    name: 'Ferme du Grand Pré',
    bankName: 'EARL GRAND PRE',
    what: 'visite',
    means: ['cheque'],
    price: 7,
  },
  {
    name: 'Théâtre Jeune Public',
    bankName: 'TJP',
    what: 'spectacle',
    means: ['cheque', 'transferOut'],
    price: 6,
  },
  {
    name: 'Bayard Presse',
    bankName: 'BAYARD',
    what: 'abonnement',
    means: ['directDebit'],
    price: 6,
  },
  { name: 'Action', bankName: 'ACTION 4471', what: 'bricolage', means: ['card'], upTo: 45 },
];
