import { ownRow, type PrivacyOf } from '#domain/basics/privacy.ts';
import type { ConversationRows } from './rows.ts';

export const conversationPrivacy: PrivacyOf<ConversationRows> = { conversation: ownRow };
