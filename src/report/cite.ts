import { documents, type Source } from '../catalogue/source.ts';

/** A source as a lawyer would look it up. */
export interface CitedSource {
  readonly document: string;
  readonly issuer: string;
  readonly date: string | null;
  readonly section: string;
  readonly quote: string;
}

export const cite = ({ document, section, quote }: Source): CitedSource => {
  const { title, issuer, date } = documents[document];
  return { document: title, issuer, date, section, quote };
};
