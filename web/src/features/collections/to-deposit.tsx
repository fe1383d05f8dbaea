import { Button } from '#web/ui/button.tsx';
import type { IconName } from '#web/ui/icon.tsx';
import { Row } from '#web/ui/layout.tsx';
import { depositWords, handMeans, type HandMeans, type Waiting } from './waiting.ts';

const icons: Readonly<Record<HandMeans, IconName>> = {
  cheque: 'bank',
  cash: 'check',
  transfer: 'bank',
};

interface Props {
  readonly waiting: readonly Waiting[];
  /** On a page whose main action is another one. */
  readonly quietly?: boolean;
  readonly onDeposit: (means: HandMeans) => void;
}

/** What no entry carries yet, each means with its one button. */
export function ToDeposit({ waiting, quietly = false, onDeposit }: Props) {
  const found = handMeans.filter((means) => waiting.some((payment) => payment.means === means));
  if (found.length === 0) return null;
  return (
    <Row>
      {found.map((means, index) => (
        <Button
          key={means}
          look={index === 0 && !quietly ? 'primary' : 'secondary'}
          icon={icons[means]}
          onClick={() => onDeposit(means)}
        >
          {depositWords[means].doing(waiting.filter((payment) => payment.means === means).length)}
        </Button>
      ))}
    </Row>
  );
}
