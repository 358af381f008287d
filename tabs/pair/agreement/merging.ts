import type { AgreementBody } from '#api/contract/agreement.ts';

export type Field = keyof AgreementBody;

/** What somebody is writing, and what others saved meanwhile. */
export interface Work {
  /** The version it follows, 0 for none. */
  version: number;
  /** The text of that version, or the suggestion that the writing began with. */
  base: AgreementBody;
  mine: AgreementBody;
  /** Who was quicker, once somebody was. */
  racedBy: string;
  /** The text before theirs, against which their changes are marked. */
  before: AgreementBody | undefined;
  /** Their words where both changed the same: mine stand until the writer says otherwise. */
  theirs: Partial<AgreementBody>;
}

export const begin = (base: AgreementBody, version: number): Work => ({
  ...{ version, base, mine: base, racedBy: '', before: undefined, theirs: {} },
});

const fieldsOf = (text: AgreementBody) => Object.keys(text) as Field[];

export const isChanged = ({ base, mine }: Work): boolean =>
  fieldsOf(base).some((field) => base[field] !== mine[field]);

/** Somebody saved a newer version: theirs where the writer changed nothing, the writer's own words everywhere else. */
export function rebased(work: Work, newer: { version: number; text: AgreementBody; by: string }): Work {
  const { base, mine } = work;
  const touched = fieldsOf(base).filter((field) => mine[field] !== base[field]);
  const kept = Object.fromEntries(touched.map((field) => [field, mine[field]]));
  const clashing = touched.filter(
    (field) => newer.text[field] !== base[field] && newer.text[field] !== mine[field],
  );
  return {
    ...{ version: newer.version, base: newer.text, mine: { ...newer.text, ...kept }, racedBy: newer.by },
    before: base,
    theirs: {
      ...work.theirs,
      ...Object.fromEntries(clashing.map((field) => [field, newer.text[field]])),
    },
  };
}

/** The writer changes something; their own words on it are the answer to what the other wrote. */
export function changed(work: Work, part: Partial<AgreementBody>): Work {
  const theirs = { ...work.theirs };
  for (const field of Object.keys(part) as Field[]) delete theirs[field];
  return { ...work, mine: { ...work.mine, ...part }, theirs };
}
