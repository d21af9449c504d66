import { documents, type Source, type SourceDocument } from '../catalogue/source.ts';
import type { Words } from '../message/words.ts';

/** A source as a lawyer would look it up. */
export interface CitedSource {
  readonly document: string;
  readonly issuer: string | null;
  readonly date: string | null;
  readonly section: string;
  readonly quote: string;
}

export const cite = ({ document, section, quote, issuer, date }: Source): CitedSource => {
  const known: SourceDocument | undefined = Object.hasOwn(documents, document)
    ? documents[document as keyof typeof documents]
    : undefined;
  return {
    document: known?.title ?? document,
    issuer: known?.issuer ?? issuer ?? null,
    date: known === undefined ? (date ?? null) : known.date,
    section,
    quote,
  };
};

/** The source of a standard or metric as it is cited in one line, without the quotation. */
export function sourceOf({ source }: { readonly source: Source }, words: Words): string {
  const { document, section } = cite(source);
  return words.phrases.check.cited(document, section);
}
