import { Card } from '#web/ui/card.tsx';
import { PageHeader, Stack } from '#web/ui/layout.tsx';
import css from './gallery.module.css';
import { ActionSamples, StateSamples } from './action-samples.tsx';
import { FieldSamples, FieldStateSamples } from './field-samples.tsx';
import { MessageSamples } from './message-samples.tsx';
import { MoneySamples, TableSamples } from './number-samples.tsx';

/** Every part of the interface in all its states: what a change of style must be looked at on. */
export function GalleryPage() {
  return (
    <Stack>
      <PageHeader
        title="Galerie"
        intro="Chaque élément du portail, dans tous ses états. Sur cette machine seulement."
      />
      <ActionSamples />
      <StateSamples />
      <FieldSamples />
      <FieldStateSamples />
      <MoneySamples />
      <TableSamples />
      <MessageSamples />
      <Card title="De nuit">
        <div data-theme="dark" class={css['night']}>
          <MoneySamples level={3} suffix=", de nuit" />
          <FieldStateSamples level={3} suffix=", de nuit" />
          <StateSamples level={3} suffix=", de nuit" />
        </div>
      </Card>
      <Card title="Sur un téléphone de 320 px">
        <div class={css['phone']}>
          <MoneySamples level={3} suffix=", au téléphone" />
          <TableSamples level={3} suffix=", au téléphone" />
          <FieldStateSamples level={3} suffix=", au téléphone" />
        </div>
      </Card>
    </Stack>
  );
}
