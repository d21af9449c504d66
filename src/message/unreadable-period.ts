import { maybeOctober } from '../period/period.ts';

/** A sentence on a text that is no period: the usual one, or why it may be two. `shown` is the text as it may be shown. */
export const zhUnreadablePeriod = (text: string, shown: string, usual: string): string =>
  maybeOctober(text)
    ? `${shown}可能是 1 月，也可能是被表格软件去掉末尾 0 的 10 月；1 月请写作 2024-01，10 月请写作 2024-10`
    : usual;

export const enUnreadablePeriod = (text: string, shown: string, usual: string): string =>
  maybeOctober(text)
    ? `${shown} may be January, or October without the 0 that spreadsheets drop; write 2024-01 for January and 2024-10 for October`
    : usual;
