import { useState } from 'preact/hooks';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { InstantText } from '#web/ui/day-text.tsx';
import { Stack } from '#web/ui/layout.tsx';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { Table } from '#web/ui/table.tsx';
import type { Crf, YearPlace } from './crf-query.ts';
import { InviteVerifier } from './invite-verifier.tsx';

const qualities = { parent: 'Parent', teacher: 'Enseignant' } as const;

interface Props extends YearPlace {
  readonly crf: Crf;
  readonly mayInvite: boolean;
}

/** Who verified the accounts; each signs by a link of their own. */
export function Quitus({ crf, mayInvite, ...place }: Props) {
  const [inviting, setInviting] = useState(false);
  return (
    <Card title="Quitus des vérificateurs" anchor="quitus">
      <Stack>
        <p>
          Deux vérificateurs au moins, dont un parent, qui ne tiennent pas les comptes. Chacun
          reçoit un lien, lit les comptes et signe, sans compte ni mot de passe.
        </p>
        <Table
          caption="Vérificateurs"
          captionUnseen
          rows={crf.quitus}
          rowKey={({ id }) => id}
          empty="Personne n’a encore été invité."
          columns={[
            { key: 'name', title: 'Nom', names: true, cell: ({ verifierName }) => verifierName },
            { key: 'quality', title: 'Qualité', cell: ({ quality }) => qualities[quality] },
            {
              key: 'state',
              title: 'Signature',
              cell: ({ signedAt }) =>
                signedAt === undefined ? (
                  <StatusTag tone="warning">En attente</StatusTag>
                ) : (
                  <>
                    <StatusTag tone="success">Signé</StatusTag> <InstantText instant={signedAt} />
                  </>
                ),
            },
          ]}
        />
        {mayInvite && (
          <div>
            <Button icon="plus" onClick={() => setInviting(true)}>
              Inviter un vérificateur
            </Button>
          </div>
        )}
      </Stack>
      {inviting && <InviteVerifier {...place} onClose={() => setInviting(false)} />}
    </Card>
  );
}
