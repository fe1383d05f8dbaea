import type { Place, Role } from '#shared/domain/access/roles.ts';
import { mainCoopId } from './coops.ts';

/** Somebody of the demonstration, who signs in without a password on one machine only. */
export interface DemoAccount {
  readonly userId: string;
  readonly mail: string;
  readonly name: string;
  /** What this person is, in French, for the sign-in page. */
  readonly title: string;
  /** The role and the place it is held at; absent for a colleague who has none yet. */
  readonly role?: Role;
  readonly place?: Place;
}

const department = '06';
const coop: Place = { kind: 'coop', department, coopId: mainCoopId };

/** One account for each kind of person the portal serves. */
export const demoAccounts: readonly DemoAccount[] = [
  {
    userId: 'demo-mandataire',
    mail: 'camille.roux@oliviers.example',
    name: 'Camille Roux',
    title: 'Mandataire de la coopérative des Oliviers',
    role: 'mandateHolder',
    place: coop,
  },
  {
    userId: 'demo-co-mandataire',
    mail: 'yanis.benali@oliviers.example',
    name: 'Yanis Benali',
    title: 'Co-mandataire des Oliviers',
    role: 'coMandateHolder',
    place: coop,
  },
  {
    userId: 'demo-enseignante',
    mail: 'ines.moretti@oliviers.example',
    name: 'Inès Moretti',
    title: 'Enseignante de CM2, régie d’avance',
    role: 'classTeacher',
    place: coop,
  },
  {
    userId: 'demo-verificateur',
    mail: 'paul.giraud@parents.example',
    name: 'Paul Giraud',
    title: 'Parent d’élève, vérificateur aux comptes',
    role: 'verifier',
    place: coop,
  },
  {
    userId: 'demo-tresoriere',
    mail: 'helene.fabre@occe06.example',
    name: 'Hélène Fabre',
    title: 'Trésorière du siège, OCCE 06',
    role: 'headOfficeTreasurer',
    place: { kind: 'department', department },
  },
  {
    userId: 'demo-siege-lecture',
    mail: 'marc.lambert@occe06.example',
    name: 'Marc Lambert',
    title: 'Siège de l’OCCE 06, en lecture',
    role: 'headOfficeReader',
    place: { kind: 'department', department },
  },
  {
    userId: 'demo-tresorier-83',
    mail: 'sonia.perrin@occe83.example',
    name: 'Sonia Perrin',
    title: 'Trésorière du siège, OCCE 83',
    role: 'headOfficeTreasurer',
    place: { kind: 'department', department: '83' },
  },
  {
    userId: 'demo-federation',
    mail: 'louise.martin@federation.example',
    name: 'Louise Martin',
    title: 'Fédération nationale, en lecture',
    role: 'nationalReader',
    place: { kind: 'nation' },
  },
  {
    userId: 'demo-successeur',
    mail: 'noe.castelli@oliviers.example',
    name: 'Noé Castelli',
    title: 'Enseignant, pas encore mandataire',
  },
];
