const CHAT = 'https://teams.microsoft.com/l/chat/0/0?users=';

/** The link that opens a Teams chat with whoever has this mail address or sign-in name. */
export const chatAddress = (mail: string): string => `${CHAT}${encodeURIComponent(mail)}`;
