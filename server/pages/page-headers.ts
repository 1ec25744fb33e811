import type { FastifyReply, FastifyRequest } from 'fastify';
import { DAY, SECOND } from '../../shared/lib/time.js';

const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
];
const NO_PERMISSION = [
  ...['accelerometer', 'autoplay', 'camera', 'display-capture', 'encrypted-media', 'fullscreen', 'geolocation'],
  ...['gyroscope', 'hid', 'idle-detection', 'magnetometer', 'microphone', 'midi', 'payment', 'picture-in-picture'],
  ...['publickey-credentials-get', 'screen-wake-lock', 'serial', 'usb', 'web-share', 'xr-spatial-tracking'],
];

/** Everything that a page's answers have in common, refusals too. @param address origin of the pages, where it is known */
export function setPageHeaders(request: FastifyRequest, reply: FastifyReply, address: string | null): void {
  const isHttps = request.protocol === 'https' || address?.startsWith('https:') === true;
  void reply.headers({
    'content-security-policy': POLICY.join('; '),
    'cache-control': 'no-store',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': NO_PERMISSION.map((feature) => `${feature}=()`).join(', '),
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'x-robots-tag': 'noindex, nofollow, noarchive',
    ...(isHttps ? { 'strict-transport-security': `max-age=${((400 * DAY) / SECOND).toString()}` } : {}),
  });
}
