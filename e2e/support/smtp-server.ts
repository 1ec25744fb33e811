export {
  startSmtpServer,
  type Fault,
  type ReceivedMail,
  type TestSmtpServer,
} from '../../electron/services/mail/testing/smtp-server.js';
