import { addDays, type Day } from '#shared/domain/dates.ts';
import { demoId } from './chance.ts';
import { mainCoopId } from './coops.ts';
import { sendAs } from './send-as.ts';

export const pupils = [
  ...['Léa M.', 'Adam B.', 'Jade R.', 'Noah T.', 'Emma L.', 'Rayan K.', 'Lina S.', 'Hugo P.'],
  ...['Chloé D.', 'Louis G.', 'Inès A.', 'Gabriel V.', 'Manon C.', 'Sacha F.', 'Zoé N.'],
  ...['Tom H.', 'Alice J.', 'Yanis O.', 'Rose E.', 'Maël I.', 'Nina Q.', 'Paul U.', 'Sarah W.'],
  ...['Ethan Y.', 'Julia Z.', 'Naël B.', 'Louna M.', 'Axel D.', 'Mila R.', 'Théo L.'],
];

/** A class trip to be paid by thirty families: the collecte of the acceptance story. */
export async function openTrip(origin: string, today: Day): Promise<void> {
  const send = await sendAs(origin, 'demo-mandataire');
  const opened = addDays(today, -6);
  const collectionId = demoId(opened, 'trip');
  await send('PUT', `/api/coops/${mainCoopId}/collections/${collectionId}`, {
    title: 'Classe de mer des CM2',
    purpose: 'Trois jours au bord de la mer : car, hébergement et ateliers.',
    accountNumber: '7080',
    expectedCents: 4_500,
    dueOn: addDays(today, 24),
    instalments: [-6, 9, 24].map((days) => ({
      dueOn: addDays(today, days),
      amountCents: 1_500,
    })),
    startsOn: addDays(today, 40),
    endsOn: addDays(today, 42),
    capacity: 32,
    paymentPage: {
      provider: 'helloasso',
      url: 'https://www.helloasso.com/associations/cooperative-de-demonstration/evenements/classe-de-mer',
    },
    families: pupils.map((pupil) => ({
      id: demoId(opened, `family ${pupil}`),
      pupil,
      className: 'CM2',
    })),
  });
}

/** The free contribution of the year: no amount is asked of anybody. */
export async function openContribution(origin: string, today: Day): Promise<void> {
  const send = await sendAs(origin, 'demo-mandataire');
  const opened = addDays(today, -6);
  const collectionId = demoId(opened, 'contribution');
  const base = `/api/coops/${mainCoopId}/collections/${collectionId}`;
  const familyIdOf = (pupil: string) => demoId(opened, `contribution ${pupil}`);
  await send('PUT', base, {
    kind: 'contribution',
    title: 'Participation volontaire de l’année',
    purpose: 'Livres, matériel et sorties de toutes les classes.',
    accountNumber: '7562',
    expectedCents: 0,
    dueOn: addDays(today, 54),
    families: pupils.slice(0, 12).map((pupil) => ({
      id: familyIdOf(pupil),
      pupil,
      className: 'CM2',
    })),
  });
  for (const [index, pupil] of pupils.slice(0, 4).entries())
    await send('POST', `${base}/payments`, {
      id: demoId(opened, `gift ${pupil}`),
      familyId: familyIdOf(pupil),
      means: index === 3 ? 'cash' : 'cheque',
      amountCents: 1_000 + 500 * index,
      ...(index !== 3 && { chequeNumber: `800410${index}` }),
      paidOn: addDays(today, -2),
    });
}
