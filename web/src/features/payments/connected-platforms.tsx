import { useMutation, useQuery, useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import type { AnswerOf } from '#shared/contract/endpoint.ts';
import type { listPlatformsEndpoint } from '#shared/contract/platforms/endpoints.ts';
import { findPlatform } from '#shared/domain/payments/platform-catalogue.ts';
import { useMay } from '#web/api/me.ts';
import { listInbox } from '#web/api/payments.ts';
import { changePlatformStatus, listPlatforms } from '#web/api/platforms.ts';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { InstantText } from '#web/ui/day-text.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { Facts, Row, Stack } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loaded.tsx';
import { Notice, ProblemNotice } from '#web/ui/notice.tsx';
import { StatusTag, type StatusTone } from '#web/ui/status-tag.tsx';
import { showToast } from '#web/ui/toast.tsx';
import { ConnectPlatform } from './connect-platform.tsx';
import { keyAct, KeyDialog } from './key-dialog.tsx';
import { SecretDialog } from './secret-dialog.tsx';

/** A platform that is connected, or was. */
export type Connected = AnswerOf<typeof listPlatformsEndpoint>['platforms'][number];

interface Props {
  readonly coopId: string;
}

const statusWords: Readonly<Record<Connected['status'], readonly [string, StatusTone]>> = {
  live: ['Reliée', 'success'],
  paused: ['En pause', 'warning'],
  disabled: ['Débranchée', 'neutral'],
};

/** The platforms of the cooperative: where they stand, their secrets, a pause, another one. */
export function ConnectedPlatforms({ coopId }: Props) {
  const query = useQuery({
    queryKey: ['platforms', coopId],
    queryFn: () => listPlatforms({ coopId }),
  });
  const inbox = useQuery({ queryKey: ['inbox', coopId], queryFn: () => listInbox({ coopId }) });
  const mayWrite = useMay(coopId, 'platforms:write');
  const lastOf = (provider: string) =>
    inbox.data?.events.find((event) => event.provider === provider)?.receivedAt;
  return (
    <Stack>
      <Loaded query={query} lines={4}>
        {({ platforms }) => (
          <Stack>
            {platforms.length === 0 && (
              <Notice title="Aucune plateforme n’est reliée.">
                Reliez celle où les familles paient{'\u00A0'}: chaque versement deviendra une
                écriture, sans rien saisir. Sans messages de sa part, importez ses fichiers.
              </Notice>
            )}
            {numbered(platforms).map((platform) => (
              <PlatformCard
                key={platform.id}
                coopId={coopId}
                platform={platform}
                lastEventAt={lastOf(platform.provider)}
                mayWrite={mayWrite}
              />
            ))}
          </Stack>
        )}
      </Loaded>
      {mayWrite && <ConnectPlatform coopId={coopId} />}
    </Stack>
  );
}

/** Two of one name are told apart by a number: « Jaïkan (2) ». */
const numbered = (platforms: readonly Connected[]): readonly Connected[] =>
  platforms.map((platform, index) => {
    const rank = platforms.slice(0, index + 1).filter(({ name }) => name === platform.name).length;
    return rank === 1 ? platform : { ...platform, name: `${platform.name} (${rank})` };
  });

interface CardProps extends Props {
  readonly platform: Connected;
  readonly lastEventAt: string | undefined;
  readonly mayWrite: boolean;
}

function PlatformCard({ coopId, platform, lastEventAt, mayWrite }: CardProps) {
  const { name, mode, status, accountId, sweep } = platform;
  const [word, tone] = statusWords[status];
  return (
    <Card title={name} aside={<StatusTag tone={tone}>{word}</StatusTag>}>
      <Stack>
        <Facts
          facts={[
            ['Environnement', mode === 'live' ? 'Argent réel' : 'Essais'],
            ['Compte', accountId ?? 'Non précisé'],
            ['Secret', secretWords(platform)],
            ['Dernier message', lastEventAt ? <InstantText instant={lastEventAt} /> : 'Aucun'],
            ['Relecture', <SweepText key="sweep" platform={platform} />],
          ]}
        />
        {sweep?.failedSince !== undefined && status === 'live' && platform.hasApiKey && (
          <Notice tone="warning" title="La plateforme ne répond plus à nos relectures.">
            Vérifiez la clé d’accès sur la plateforme, changez-la ici au besoin. Les messages
            continuent d’arriver.
          </Notice>
        )}
        {mayWrite && status !== 'disabled' && <Acts coopId={coopId} platform={platform} />}
      </Stack>
    </Card>
  );
}

function secretWords({ hasSecret, previousUntil }: Connected) {
  if (!hasSecret) return 'Sans secret\u00A0: chaque avis est relu sur la plateforme';
  if (previousUntil === undefined || previousUntil <= new Date().toISOString()) return 'Enregistré';
  return (
    <>
      Changé{'\u202F'}; l’ancien vaut jusqu’au <InstantText instant={previousUntil} />
    </>
  );
}

const SweepText = ({ platform: { hasApiKey, sweep } }: { readonly platform: Connected }) => {
  if (!hasApiKey) return <>Aucune{'\u00A0'}: il n’y a pas de clé d’accès</>;
  if (!sweep) return <>Pas encore</>;
  return (
    <>
      Tout est vu jusqu’au <InstantText instant={sweep.seenUntil} />
    </>
  );
};

const doneWords: Readonly<Record<Connected['status'], string>> = {
  live: 'Reprise\u00A0: les messages gardés sont traités.',
  paused: 'En pause\u00A0: les messages sont gardés, sans être traités.',
  disabled: 'Débranchée\u00A0: ses messages sont refusés.',
};

function Acts({ coopId, platform }: Pick<CardProps, 'coopId' | 'platform'>) {
  const [asked, setAsked] = useState<'secret' | 'key' | 'disable'>();
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: (state: Connected['status']) =>
      changePlatformStatus({ coopId, endpointId: platform.id }, { state }),
    onSuccess: async ({ status }) => {
      showToast({ message: doneWords[status] });
      setAsked(undefined);
      await queries.invalidateQueries({ queryKey: ['platforms', coopId] });
    },
  });
  const close = () => setAsked(undefined);
  return (
    <Stack>
      {change.error && <ProblemNotice problem={change.error} />}
      <Row>
        {platform.hasSecret && (
          <Button
            label={`Changer le secret de ${platform.name}`}
            onClick={() => setAsked('secret')}
          >
            Changer le secret
          </Button>
        )}
        {findPlatform(platform.provider)?.apiKey && (
          <Button label={`${keyAct(platform)} de ${platform.name}`} onClick={() => setAsked('key')}>
            {keyAct(platform)}
          </Button>
        )}
        <Button
          busy={change.isPending}
          label={`${platform.status === 'live' ? 'Mettre en pause' : 'Reprendre'} ${platform.name}`}
          onClick={() => change.mutate(platform.status === 'live' ? 'paused' : 'live')}
        >
          {platform.status === 'live' ? 'Mettre en pause' : 'Reprendre'}
        </Button>
        <Button
          look="quiet"
          label={`Débrancher ${platform.name}`}
          onClick={() => setAsked('disable')}
        >
          Débrancher
        </Button>
      </Row>
      {asked === 'secret' && <SecretDialog coopId={coopId} platform={platform} onClose={close} />}
      {asked === 'key' && <KeyDialog coopId={coopId} platform={platform} onClose={close} />}
      <Dialog
        open={asked === 'disable'}
        title={`Débrancher ${platform.name}\u202F?`}
        onClose={close}
        actions={
          <Button look="danger" busy={change.isPending} onClick={() => change.mutate('disabled')}>
            Débrancher
          </Button>
        }
      >
        <p>
          Ses messages seront refusés, pour de bon. Ce qui est comptabilisé reste. Pour la relier de
          nouveau, il faudra une nouvelle adresse.
        </p>
      </Dialog>
    </Stack>
  );
}
