/** An item as a citation program has read it. */
export interface Read extends Readonly<Record<string, unknown>> {
  readonly id?: string;
  readonly type: string;
  readonly title?: string;
  readonly note?: string;
  readonly author: Record<string, string>[];
  readonly interviewer: Record<string, string>[];
  readonly issued: { readonly "date-parts": number[][] };
  readonly accessed: { readonly "date-parts": number[][] };
  readonly "original-date": { readonly "date-parts": number[][] };
}
