import { page } from './page.tsx';

/** Every page that asks for a session, by its address. */
export const pages = [
  page('/coops/:coopId', 'Accueil', async () => {
    const { HomePage } = await import('#web/features/reports/home-page.tsx');
    return HomePage;
  }),
  page('/coops/:coopId/saisie', 'Noter une opération', async () => {
    const { EntryPage } = await import('#web/features/ledger/entry-page.tsx');
    return EntryPage;
  }),
  page('/coops/:coopId/journal', 'Journal', async () => {
    const { JournalPage } = await import('#web/features/ledger/journal-page.tsx');
    return JournalPage;
  }),
  page('/coops/:coopId/ecritures/:entryId', 'Écriture', async () => {
    const { EntryDetailPage } = await import('#web/features/ledger/entry-detail-page.tsx');
    return EntryDetailPage;
  }),
  page('/coops/:coopId/collectes', 'Collectes', async () => {
    const { CollectionsPage } = await import('#web/features/collections/collections-page.tsx');
    return CollectionsPage;
  }),
  page('/coops/:coopId/collectes/nouvelle', 'Nouvelle collecte', async () => {
    const { NewCollectionPage } = await import('#web/features/collections/new-collection-page.tsx');
    return NewCollectionPage;
  }),
  page('/coops/:coopId/collectes/:collectionId', 'Collecte', async () => {
    const { CollectionPage } = await import('#web/features/collections/collection-page.tsx');
    return CollectionPage;
  }),
  page('/coops/:coopId/plateformes', 'Plateformes', async () => {
    const { PlatformsPage } = await import('#web/features/payments/platforms-page.tsx');
    return PlatformsPage;
  }),
  page('/coops/:coopId/banque', 'Banque', async () => {
    const { BankPage } = await import('#web/features/bank/bank-page.tsx');
    return BankPage;
  }),
  page('/coops/:coopId/banque/comptes', 'Comptes bancaires', async () => {
    const { RegisterPage } = await import('#web/features/bank/register/register-page.tsx');
    return RegisterPage;
  }),
  page('/coops/:coopId/fin-annee', 'Fin d’année', async () => {
    const { YearEndPage } = await import('#web/features/reports/year-end-page.tsx');
    return YearEndPage;
  }),
  page('/coops/:coopId/mandats', 'Mandats', async () => {
    const { MandatesPage } = await import('#web/features/governance/mandates-page.tsx');
    return MandatesPage;
  }),
  page('/siege/:department', 'Siège', async () => {
    const { CoopsPage } = await import('#web/features/headoffice/coops-page.tsx');
    return CoopsPage;
  }),
  page('/siege/:department/comptes', 'Comptes bancaires', async () => {
    const { FollowedAccountsPage } =
      await import('#web/features/headoffice/followed-accounts-page.tsx');
    return FollowedAccountsPage;
  }),
  page('/siege/:department/crf/:yearId/:coopId', 'CRF déposé', async () => {
    const { FiledCrfPage } = await import('#web/features/headoffice/filed-crf-page.tsx');
    return FiledCrfPage;
  }),
  page('/nation', 'Réseau national', async () => {
    const { NationPage } = await import('#web/features/headoffice/nation-page.tsx');
    return NationPage;
  }),
];

/** The pages that anybody with the link may see, without a session. */
export const publicPages = [
  page('/verifier', 'Vérifier un justificatif', async () => {
    const { VerifyPaperPage } = await import('#web/features/documents/verify-paper-page.tsx');
    return VerifyPaperPage;
  }),
  page('/quitus/:token', 'Quitus', async () => {
    const { QuitusPage } = await import('#web/features/reports/quitus-page.tsx');
    return QuitusPage;
  }),
];

/** The parts of the interface in all their states; only where the portal runs on one machine. */
export const galleryPage = page('/local/gallery', 'Galerie', async () => {
  const { GalleryPage } = await import('./gallery/gallery-page.tsx');
  return GalleryPage;
});
