import type { ConversationState } from './conversation.ts';

/** Rows in the partition of a person. */
export interface ConversationRows {
  conversation: ConversationState;
}
