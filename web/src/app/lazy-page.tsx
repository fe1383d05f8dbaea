import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Button } from '#web/ui/button.tsx';
import { Loading } from '#web/ui/loading.tsx';
import { Notice } from '#web/ui/notice.tsx';

interface Props<Params> {
  readonly load: () => Promise<ComponentType<Params>>;
  readonly params: Params;
}

type Loaded<Params> = { readonly Component: ComponentType<Params> } | 'failed' | undefined;

/** A page whose code comes when somebody goes there; after a new version, reloading fetches it. */
export function LazyPage<Params extends object>({ load, params }: Props<Params>) {
  const [loaded, setLoaded] = useState<Loaded<Params>>();
  useEffect(() => {
    let wanted = true;
    load().then(
      (Component) => wanted && setLoaded({ Component }),
      () => wanted && setLoaded('failed'),
    );
    return () => {
      wanted = false;
    };
  }, [load]);
  if (loaded === undefined) return <Loading />;
  if (loaded === 'failed')
    return (
      <Notice
        tone="warning"
        title="Cette page n’a pas pu être chargée."
        actions={
          <Button icon="retry" onClick={() => location.reload()}>
            Recharger
          </Button>
        }
      >
        <p>Le portail a peut-être changé de version, ou la connexion est coupée.</p>
      </Notice>
    );
  const { Component } = loaded;
  return <Component {...params} />;
}
