import { PageHeader } from '#web/ui/layout.tsx';

/** Every part of the interface in all its states. */
export const GalleryPage = () => <PageHeader title="Galerie" />;
