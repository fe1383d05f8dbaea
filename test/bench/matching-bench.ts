import { reconcileTimes } from './p6-reconcile.ts';
import { matchingAccuracy } from './p7-matching.ts';

/** `node test/bench/matching-bench.ts`: P6 and P7 alone, as `npm run bench` tells them. */
reconcileTimes();
matchingAccuracy();
