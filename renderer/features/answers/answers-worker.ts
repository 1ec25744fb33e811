import { readAnswers, type AnswerSource } from './read-answers.js';

interface Asked {
  readonly source: AnswerSource;
  readonly zone: string;
}

addEventListener('message', ({ data: { source, zone } }: MessageEvent<Asked>) => {
  void readAnswers(source, zone).then((read) => {
    postMessage(read);
  });
});
