import { useMutation } from '@tanstack/preact-query';
import encodeQR from 'qr';
import { printLetters } from '#web/api/families.ts';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { CopyButton } from '#web/ui/copy-button.tsx';
import { Row, Stack } from '#web/ui/layout.tsx';
import { ProblemNotice } from '#web/ui/notice.tsx';
import css from './share-link.module.css';

interface Props {
  readonly coopId: string;
  readonly collectionId: string;
  readonly shareToken: string;
}

/** The page that families share, as a link and as a code, and the letters with each family's own. */
export function ShareLink({ shareToken, ...place }: Props) {
  const url = `${window.location.origin}/f/${shareToken}`;
  const print = useMutation({
    mutationFn: () => printLetters(place),
    onSuccess: (letters) => window.location.assign(letters.url),
  });
  return (
    <Card title="Prévenir les familles">
      <div class={css['share']}>
        <QrCode url={url} />
        <Stack>
          <p>
            La lettre donne à chaque famille sa référence et le code de sa propre page. Le lien
            ci-dessous ouvre la page commune, sans aucun nom.
          </p>
          <p class={css['url']}>
            <a href={url} target="_blank" rel="noopener noreferrer">
              {url}
            </a>
          </p>
          {print.error && <ProblemNotice problem={print.error} />}
          <Row>
            <Button icon="download" busy={print.isPending} onClick={() => print.mutate()}>
              Imprimer les lettres (PDF)
            </Button>
            <CopyButton text={url} label="Copier le lien" done="Lien copié" />
          </Row>
        </Stack>
      </div>
    </Card>
  );
}

/** The dark squares of a code as one path, always dark on light: that is what phones read. */
function QrCode({ url }: { readonly url: string }) {
  const rows = encodeQR(url, 'raw', { ecc: 'medium', border: 2 });
  const path = rows
    .flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('');
  return (
    <svg
      class={css['code']}
      viewBox={`0 0 ${rows.length} ${rows.length}`}
      role="img"
      aria-label="Code à scanner de la page commune"
      shape-rendering="crispEdges"
    >
      <path d={path} fill="#000" />
    </svg>
  );
}
