import css from './progress-bar.module.css';

interface Props {
  /** What advances: «Familles qui ont payé». */
  readonly label: string;
  readonly value: number;
  readonly max: number;
  /** Said beside the bar: «27 sur 30». A percentage unless told. */
  readonly text?: string;
  /** Shows only the bar; readers still hear the label. */
  readonly quiet?: boolean;
}

/** How far something is, in a bar and in words. */
export function ProgressBar({ label, value, max, text, quiet = false }: Props) {
  const share = max > 0 ? Math.min(value / max, 1) : 0;
  const said = text ?? `${Math.round(share * 100)}\u00A0%`;
  return (
    <div class={css['progress']}>
      <div class={quiet ? 'unseen' : css['words']}>
        <span>{label}</span>
        <span>{said}</span>
      </div>
      <progress class={css['bar']} value={share} max={1} aria-label={label} aria-valuetext={said} />
    </div>
  );
}
