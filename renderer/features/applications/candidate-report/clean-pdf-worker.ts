import { cleanPdf } from './clean-pdf.js';

addEventListener('message', ({ data }: MessageEvent<Uint8Array>) => {
  void cleanPdf(data).then((cleaned) => {
    postMessage(cleaned);
  });
});
