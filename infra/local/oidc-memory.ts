interface Kept {
  readonly payload: Readonly<Record<string, unknown>>;
  readonly untilMs: number;
}

const kept = new Map<string, Kept>();

/** Lets go of what has expired, so that nothing grows for ever. */
function sweep(): void {
  const now = Date.now();
  for (const [key, { untilMs }] of kept) if (untilMs < now) kept.delete(key);
}

const living = (key: string) => {
  const found = kept.get(key);
  return found && found.untilMs >= Date.now() ? found.payload : undefined;
};

/** Where the local identity provider keeps its sign-ins: in memory, for their few minutes. */
export class OidcMemory {
  readonly model: string;

  constructor(model: string) {
    this.model = model;
  }

  #key(id: string): string {
    return `${this.model}:${id}`;
  }

  async upsert(id: string, payload: Kept['payload'], expiresInSeconds: number): Promise<void> {
    sweep();
    kept.set(this.#key(id), { payload, untilMs: Date.now() + expiresInSeconds * 1000 });
  }

  async find(id: string) {
    return living(this.#key(id));
  }

  async findByUid(uid: string) {
    const key = [...kept.keys()].find(
      (one) => one.startsWith(`${this.model}:`) && living(one)?.['uid'] === uid,
    );
    return key === undefined ? undefined : living(key);
  }

  /** Marks a code as used: shown again, it takes back all that was given for it. */
  async consume(id: string): Promise<void> {
    const found = kept.get(this.#key(id));
    if (found)
      kept.set(this.#key(id), {
        ...found,
        payload: { ...found.payload, consumed: Math.floor(Date.now() / 1000) },
      });
  }

  async destroy(id: string): Promise<void> {
    kept.delete(this.#key(id));
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    for (const [key, { payload }] of kept) if (payload['grantId'] === grantId) kept.delete(key);
  }
}
