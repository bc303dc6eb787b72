/** A data store: name, title, description, owner. */
export type StoreRow = [
  name: string,
  title: string,
  description: string,
  owner: string,
];
