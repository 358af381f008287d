import { readConfig } from '../config.ts';
import { openBotChat } from '../teams.ts';

/** Opens the chat with the bot. */
export const openOurChat = async (): Promise<void> => openBotChat((await readConfig()).teamsAppId);
