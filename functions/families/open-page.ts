import type { openFamilyPageEndpoint } from '#shared/contract/families/page.ts';
import { accept } from '#shared/domain/result.ts';
import type { UseCase } from '#functions/platform/use-case.ts';
import { openedBy } from './by-link.ts';
import { nothingHere, pageAnswer } from './frame.ts';
import { familyPage } from './page.ts';

/** The page of a family or of a collecte. A link that opens nothing says so kindly, and no more. */
export const openFamilyPage: UseCase<typeof openFamilyPageEndpoint> = async (call) => {
  const { params, query, today } = call;
  const opened = await openedBy(params.token);
  if (!opened) return accept(nothingHere());
  const body = familyPage(opened, {
    token: params.token,
    today,
    isBack: query.retour !== undefined,
    done: query.fait,
  });
  return accept(
    pageAnswer({ title: `${opened.collection.title} · ${opened.coop.schoolName}`, body }),
  );
};
