/** A value as DynamoDB's JSON writes it. */
export type Attribute = Readonly<Record<string, unknown>>;

const byteLength = (text: string): number => Buffer.byteLength(text, 'utf8');

/** The bytes of an attribute as DynamoDB counts them (developer guide, item sizes). */
function attributeBytes(attribute: Attribute): number {
  const [[type, value] = []] = Object.entries(attribute);
  switch (type) {
    case 'S':
      return byteLength(String(value));
    case 'N':
      return Math.ceil(String(value).replace(/[-.]/gu, '').length / 2) + 1;
    case 'L':
      return 3 + (value as Attribute[]).reduce((sum, one) => sum + 1 + attributeBytes(one), 0);
    case 'M':
      return (
        3 + Object.keys(value as object).length + itemBytes(value as Record<string, Attribute>)
      );
    default:
      return 1;
  }
}

/** The bytes of an item: its names and its values. */
export const itemBytes = (item: Readonly<Record<string, Attribute>>): number =>
  Object.entries(item).reduce(
    (sum, [name, attribute]) => sum + byteLength(name) + attributeBytes(attribute),
    0,
  );

/** Write units of an item in a transaction: two for each KB begun. */
export const transactionalUnits = (bytes: number): number =>
  2 * Math.max(1, Math.ceil(bytes / 1024));
