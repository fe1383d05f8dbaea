import type { Dice } from './dice.ts';

/** One digit typed for another. */
export function digitMissed(dice: Dice, number: string): string {
  const places = [...number].flatMap((sign, index) => (/\d/u.test(sign) ? [index] : []));
  const at = dice.pick(places);
  const digit = (Number(number[at]) + dice.whole(1, 9)) % 10;
  return `${number.slice(0, at)}${digit}${number.slice(at + 1)}`;
}

/** Two neighbours in the wrong order. */
export function digitsSwapped(dice: Dice, number: string): string {
  const places = [...number].flatMap((sign, index) =>
    /\d/u.test(sign) && /\d/u.test(number[index + 1] ?? '') && sign !== number[index + 1]
      ? [index]
      : [],
  );
  if (places.length === 0) return digitMissed(dice, number);
  const at = dice.pick(places);
  return `${number.slice(0, at)}${number[at + 1]}${number[at]}${number.slice(at + 2)}`;
}
