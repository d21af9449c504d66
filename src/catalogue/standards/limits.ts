import type { Limit } from '../standard.ts';

export const all: Limit = { kind: 'value', value: '1' };
export const none: Limit = { kind: 'value', value: '0' };
