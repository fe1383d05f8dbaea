import css from './loading.module.css';

interface Props {
  /** What is awaited, for readers; «Chargement…» unless told. */
  readonly label?: string;
  /** How many lines the skeleton has. */
  readonly lines?: number;
}

/** The shape of what comes. Readers hear once that it is on its way. */
export const Loading = ({ label = 'Chargement…', lines = 3 }: Props) => (
  <div class={css['loading']} role="status">
    <span class="unseen">{label}</span>
    {Array.from({ length: lines }, (_, index) => (
      <span key={index} class={css['line']} />
    ))}
  </div>
);
