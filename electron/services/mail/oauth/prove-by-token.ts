import type { SMTPConnectionCustomAuthHandler } from 'nodemailer/lib/smtp-connection';

/**
 * Microsoft's and Google's SASL XOAUTH2. A refusal comes as a challenge first, and the server's own words only after an
 * empty answer. Written out because nodemailer's would at once try the same token again.
 */
export function proveByToken(user: string, accessToken: string): SMTPConnectionCustomAuthHandler {
  return async (context) => {
    const initial = Buffer.from(`user=${user}\u0001auth=Bearer ${accessToken}\u0001\u0001`).toString('base64');
    const answer = await context.sendCommand(`AUTH XOAUTH2 ${initial}`);
    const last = answer.status === 334 ? await context.sendCommand('') : answer;
    if (last.status !== 235) throw new Error('the token was refused');
  };
}
